import type { AlignmentOutcome } from '#alignment/alignment-result.ts'
import type { Problem } from '#transcript/problem.ts'

type Refusal = Extract<AlignmentOutcome, { kind: 'refused' }>['why']

const error = (code: string, message: string): Problem => ({ code, severity: 'error', message })

const refusals: Readonly<Record<Refusal, Problem>> = {
  'nothing-to-say': error(
    'nothing-to-say',
    'This text holds no words that could be heard: only sounds, headings or marks. Open the text of what is said.',
  ),
  'no-speech': error(
    'no-speech',
    'No speech was heard in this recording: music only, or silence. Check that it is the right one.',
  ),
  'not-together': error(
    'not-together',
    'These may not belong together: hardly any of the text was heard in the recording. The text stays as it was. Check that it is of this recording, and in the language that is chosen; or set the start of a few lines with the key A.',
  ),
}

export const refusedMessage = (why: Refusal): Problem => refusals[why]

/** `why` completes the sentence. */
export const notAlignedMessage = (why: unknown): Problem =>
  error(
    'alignment-failed',
    `The words could not be found: ${reasonOf(why)}. What had been found stays; try again, or reload the page.`,
  )

export const notBetweenAnchorsMessage = error(
  'not-between-anchors',
  'The words between the anchors were not heard there, and keep the times they had. Check the anchors, or remove one.',
)

export const noSpeechMessage = refusals['no-speech']

export const notEnglishMessage = error(
  'not-english',
  'The speech in this recording does not seem to be English, the only language in which drafts can be written: hardly any word of this draft is what is said. Close it, and open a transcript instead.',
)

/** `why` completes the sentence. */
export const notDraftedMessage = (why: unknown): Problem =>
  error(
    'draft-failed',
    `The draft could not be written: ${reasonOf(why)}. What is written stays; try again, or reload the page.`,
  )

const reasonOf = (why: unknown) =>
  (why instanceof Error ? why.message : String(why)).replace(/[.\s]+$/, '') || 'no reason was given'
