import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { reportUnplacedWords } from '../../parsing/words/report-unplaced.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { segmentsOfTiers } from '../../parsing/tiers/segments-of-tiers.ts'
import type { IntervalTier, TierInterval } from '../../parsing/tiers/tier.ts'
import { timeAttribute } from '../../parsing/xml/attribute-time.ts'
import { openXml } from '../../parsing/xml/open-xml.ts'
import {
  attributeOf,
  childOf,
  descendantsOf,
  elementsOf,
  textIn,
  type XmlElement,
} from '../../parsing/xml/tree.ts'

/** Reads the annotations of SPPAS (https://sppas.org): tiers of utterances and of words, like those of a TextGrid. */
export function readSppas(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, { roots: ['Document'], format: 'SPPAS' })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const tiers = elementsOf(root, 'Tier').map((tier) => tierOf(tier, tally))
  const found = segmentsOfTiers(tiers, tally)
  const language = descendantsOf(root, 'Language')
    .map((each) => languageTag(attributeOf(each, 'iso')))
    .find((tag) => tag !== undefined)
  return {
    ...(language === undefined ? {} : { language }),
    segments: found.segments,
    problems: [
      ...problems,
      ...reportUntimedAnnotations(tally),
      ...reportUnplacedWords(tally),
      ...found.problems,
    ],
  }
}

function tierOf(tier: XmlElement, tally: ProblemTally): IntervalTier {
  const intervals = descendantsOf(tier, 'Annotation').flatMap((annotation) =>
    intervalOf(annotation, tally),
  )
  return {
    name: attributeOf(tier, 'tiername') ?? '',
    isPoints: intervals.length > 0 && intervals.every(({ end }) => end === null),
    intervals,
  }
}

/** An annotation with a text; of several tags, the one with the highest score. */
function intervalOf(annotation: XmlElement, tally: ProblemTally): TierInterval[] {
  const location = childOf(annotation, 'Location') ?? annotation
  const begin = descendantsOf(location, 'Begin')[0] ?? descendantsOf(location, 'Point')[0]
  const end = descendantsOf(location, 'End')[0]
  const start = timeAttribute(begin, 'midpoint')
  const labels = elementsOf(annotation, 'Label').map((label) => bestTag(label))
  const label = labels.filter((each) => each !== '').join('\n')
  if (label === '') return []
  if (start === null) {
    tally.count('annotation-untimed', annotation.line)
    return []
  }
  return [{ label, start, end: timeAttribute(end, 'midpoint'), line: annotation.line }]
}

function bestTag(label: XmlElement): string {
  let best = ''
  let highest = -Infinity
  for (const tag of elementsOf(label, 'Tag')) {
    const written = Number(attributeOf(tag, 'score') ?? 1)
    const score = Number.isNaN(written) ? 1 : written
    if (score <= highest) continue
    highest = score
    best = textIn(tag).trim()
  }
  return best
}

function reportUntimedAnnotations(tally: ProblemTally): Problem[] {
  return tally.report(
    'annotation-untimed',
    'warning',
    ({ count, where }) =>
      `${countOf(count, 'annotation')}${where} ${count === 1 ? 'has' : 'have'} no time and ${count === 1 ? 'was' : 'were'} left out.`,
  )
}
