import { createTally } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import { reportUnplacedWords } from '../../parsing/words/report-unplaced.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composePhrases, type Phrase } from '../../parsing/words/compose-phrases.ts'
import { placeInText } from '../../parsing/words/place-in-text.ts'
import { cutAtBullets } from './bullets.ts'
import { tiersIn, type ChatTier } from './tiers.ts'

/**
 * Reads CHAT of TalkBank and CHILDES (https://talkbank.org/0info/manuals/CHAT.html): the main line of each utterance,
 * as it is written, with its times in milliseconds. The words of a `%wor` line give the words times; other dependent
 * lines are counted, not shown.
 */
export function readChat({ text }: TranscriptFile): ParsedTranscript {
  const tally = createTally()
  const segments: ParsedSegment[] = []
  const names = new Map<string, string>()
  let language: string | undefined
  let title: string | undefined
  for (const tier of tiersIn(text)) {
    if (tier.mark === '*') segments.push(utterance(tier, names))
    else if (tier.mark === '%') addDependent(segments, tier, tally)
    else if (tier.code === 'participants') addNames(names, tier.text)
    else if (tier.code === 'languages') language = languageTag(tier.text.split(/[\s,]/, 1)[0])
    else if (tier.code === 'title') title = tier.text.trim()
  }
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments,
    problems: [
      ...reportUntimedUtterances(segments),
      ...tally.report(
        'dependent-not-shown',
        'note',
        ({ count, where }) =>
          `${count === 1 ? '1 line of annotations' : `${count.toLocaleString('en')} lines of annotations`}${where}, such as %mor, ${count === 1 ? 'is' : 'are'} not shown.`,
      ),
      ...reportUnplacedWords(tally),
    ],
  }
}

/** Adds the names of participants by code: `ADA Ada Adult, BOB Adult` names one. */
function addNames(names: Map<string, string>, participants: string): void {
  for (const participant of participants.split(',')) {
    const [code, name, role] = participant.trim().split(/\s+/)
    if (role !== undefined) names.set(code!.toUpperCase(), name!.replaceAll('_', ' '))
  }
}

function utterance(
  { code, text, line }: ChatTier,
  names: ReadonlyMap<string, string>,
): ParsedSegment {
  const speaker = code.toUpperCase()
  const pieces = cutAtBullets(text).map(({ text: said, start, end }): Phrase => ({
    text: said,
    start,
    end,
  }))
  return { ...composePhrases(pieces), speaker: names.get(speaker) ?? speaker, line }
}

function addDependent(
  segments: ParsedSegment[],
  { code, text, line }: ChatTier,
  tally: ReturnType<typeof createTally>,
): void {
  const last = segments.at(-1)
  if (last === undefined) return
  if (code === 'snd' || code === 'mov') {
    const [times] = cutAtBullets(`%${code}: ${text}`)
    if (times !== undefined && last.start === null) {
      segments[segments.length - 1] = { ...last, start: times.start, end: times.end }
    }
  } else if (code === 'wor') {
    const words = cutAtBullets(text)
      .filter(({ start }) => start !== null)
      .map(({ text: spelled, start, end }) => ({
        text: spelled.trim().replace(/^.*\s/, ''),
        start,
        end,
        confidence: null,
        speaker: undefined,
      }))
    const { start, end } = last
    segments[segments.length - 1] = {
      ...last,
      words: placeInText({ text: last.text, start, end, words }, tally),
    }
  } else tally.count('dependent-not-shown', line)
}

function reportUntimedUtterances(segments: readonly ParsedSegment[]): Problem[] {
  const count = segments.filter(({ start }) => start === null).length
  if (count === 0) return []
  const message =
    count === segments.length
      ? 'The file contains no times, so its text is shown but does not follow the recording.'
      : `${count === 1 ? '1 utterance has' : `${count.toLocaleString('en')} utterances have`} no time and ${count === 1 ? 'does' : 'do'} not follow the recording.`
  return [{ code: 'no-times', severity: 'note', message }]
}
