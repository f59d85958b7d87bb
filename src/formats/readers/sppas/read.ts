import { createTally } from '#transcript/problem-tally.ts'
import type { ParsedTranscript } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { reportUnplaced, segmentsOfTiers } from '../../parsing/tiers/segments-of-tiers.ts'
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
  const tiers = elementsOf(root, 'Tier').map(tierOf)
  const found = segmentsOfTiers(tiers, tally)
  const language = languageTag(
    descendantsOf(root, 'Language')
      .map((each) => attributeOf(each, 'iso'))
      .find((iso) => iso !== undefined),
  )
  return {
    ...(language === undefined ? {} : { language }),
    segments: found.segments,
    problems: [...problems, ...reportUnplaced(tally), ...found.problems],
  }
}

function tierOf(tier: XmlElement): IntervalTier {
  const intervals = descendantsOf(tier, 'Annotation').flatMap(intervalOf)
  return {
    name: attributeOf(tier, 'tiername') ?? '',
    isPoints: intervals.length > 0 && intervals.every(({ end }) => end === null),
    intervals,
  }
}

/** An annotation with a text; of several tags, the one with the highest score. */
function intervalOf(annotation: XmlElement): TierInterval[] {
  const location = childOf(annotation, 'Location') ?? annotation
  const begin = descendantsOf(location, 'Begin')[0] ?? descendantsOf(location, 'Point')[0]
  const end = descendantsOf(location, 'End')[0]
  const start = timeAttribute(begin, 'midpoint')
  const labels = elementsOf(annotation, 'Label').map((label) => bestTag(label))
  const label = labels.filter((each) => each !== '').join('\n')
  if (start === null || label === '') return []
  return [{ label, start, end: timeAttribute(end, 'midpoint'), line: annotation.line }]
}

function bestTag(label: XmlElement): string {
  let best = ''
  let highest = -Infinity
  for (const tag of elementsOf(label, 'Tag')) {
    const score = Number(attributeOf(tag, 'score') ?? 1)
    if (score <= highest) continue
    highest = score
    best = textIn(tag).trim()
  }
  return best
}
