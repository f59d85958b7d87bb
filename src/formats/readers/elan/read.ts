import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { reportUnplacedWords } from '../../parsing/words/report-unplaced.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import type { RecognisedWord } from '../../parsing/words/recognised-word.ts'
import { spreadWords } from '../../parsing/words/spread-words.ts'
import { wordsWithin } from '../../parsing/words/words-within.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import { chooseTiers, type ChosenTiers } from './choose-tiers.ts'
import { slotsOf, tiersOf, type ElanAnnotation, type ElanTier } from './document.ts'
import { createTimes, type Timed } from './times.ts'

/**
 * Reads ELAN's EAF 2.7 to 3.0: the text of each speaker with its words. Translations and notes are counted in a
 * problem, not shown.
 */
export function readElan(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['ANNOTATION_DOCUMENT'], format: 'ELAN' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const tiers = tiersOf(root)
  const timeOf = createTimes(tiers, slotsOf(root), tally)
  const { chosen, leftOut } = chooseTiers(tiers)
  const segments = chosen.flatMap((choice) => segmentsOf(choice, timeOf, tally))
  return { segments, problems: [...problems, ...report(tally), ...reportTiers(leftOut)] }
}

function segmentsOf(
  { text, words, speaker }: ChosenTiers,
  timeOf: (annotation: ElanAnnotation) => Timed,
  tally: ProblemTally,
): ParsedSegment[] {
  const language = languageTag(text.language)
  const timed = joinParts(text.annotations).map(timeOf)
  const heard = words === null ? [] : words.annotations.map(timeOf).filter(isPlaced)
  const placed = spreadInTime(timed, heard.sort(byStart), tally)
  return timed.map(({ annotation, start, end, isEstimated }, index) => {
    if (isEstimated) tally.count('time-estimated', annotation.line)
    if (start === null) tally.count('elan-untimed', annotation.line)
    return {
      text: annotation.value,
      start,
      end,
      line: annotation.line,
      words: placed[index]!,
      ...(speaker === '' ? {} : { speaker }),
      ...(language === undefined ? {} : { language }),
    }
  })
}

/** Joins the parts of one annotation that have no times of their own. */
function joinParts(annotations: readonly ElanAnnotation[]): ElanAnnotation[] {
  const joined: ElanAnnotation[] = []
  for (const annotation of annotations) {
    const last = joined.at(-1)
    const isPart = annotation.slots === null && annotation.ref !== undefined
    if (isPart && last?.slots === null && last.ref === annotation.ref) {
      joined[joined.length - 1] = { ...last, value: `${last.value} ${annotation.value}` }
    } else joined.push(annotation)
  }
  return joined
}

type Placed = Timed & { readonly start: number; readonly end: number }

function isPlaced(timed: Timed): timed is Placed {
  return timed.start !== null && timed.end !== null && timed.annotation.value !== ''
}

function byStart(a: Placed, b: Placed): number {
  return a.start - b.start
}

function spreadInTime(timed: readonly Timed[], words: readonly Placed[], tally: ProblemTally) {
  const order = timed.map((_, index) => index).filter((index) => timed[index]!.start !== null)
  order.sort((a, b) => timed[a]!.start! - timed[b]!.start!)
  const groups = wordsWithin(
    order.map((index) => ({ start: timed[index]!.start!, end: timed[index]!.end })),
    words,
  )
  const spread = timed.map(() => [] as ReturnType<typeof spreadWords>['placed'][number])
  let missing = words.length
  for (const [place, group] of groups.entries()) {
    const { annotation } = timed[order[place]!]!
    const { placed, lost } = spreadWords([annotation.value], group.map(heardWord))
    spread[order[place]!] = placed[0]!
    missing -= group.length - lost
  }
  for (let count = 0; count < missing; count += 1) tally.count('word-unplaced')
  return spread
}

function heardWord({ annotation, start, end, isEstimated }: Placed): RecognisedWord {
  const word = { text: annotation.value, start, end, confidence: null, speaker: undefined }
  return isEstimated ? { ...word, estimated: true } : word
}

function report(tally: ProblemTally): Problem[] {
  return [
    ...tally.report(
      'elan-cycle',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'annotation')} ${count === 1 ? 'refers' : 'refer'} to each other in a circle${where} and so ${count === 1 ? 'has' : 'have'} no time; the text is kept.`,
    ),
    ...tally.report(
      'elan-untimed',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'annotation')} ${count === 1 ? 'has' : 'have'} no time${where}; the text is kept.`,
    ),
    ...tally.report(
      'time-estimated',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'annotation')} ${count === 1 ? 'is' : 'are'} not aligned${where}; ${count === 1 ? 'its time was' : 'their times were'} estimated from the neighbours.`,
    ),
    ...reportUnplacedWords(tally),
  ]
}

function reportTiers(leftOut: readonly ElanTier[]): Problem[] {
  if (leftOut.length === 0) return []
  const names = leftOut.slice(0, 3).map(({ id }) => `“${id.trim().slice(0, 40)}”`)
  const more = leftOut.length - names.length
  const annotations = leftOut.reduce((sum, tier) => sum + tier.annotations.length, 0)
  const message = `${countOf(leftOut.length, 'tier')} of translations or notes (${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}; ${countOf(annotations, 'annotation')}) ${leftOut.length === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'tiers-left-out', severity: 'note', message }]
}
