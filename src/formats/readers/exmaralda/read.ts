import { createTally, type ProblemTally } from '#transcript/problem-tally.ts'
import { endsSentence } from '#transcript/conventions/sentence-ends.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { reportMarks, reportTiersLeftOut } from '../../parsing/moments/report.ts'
import { placeMoments, type Moments } from '../../parsing/moments/moments.ts'
import { mergeByStart } from '../../parsing/words/compose-channels.ts'
import { composePhrases } from '../../parsing/words/compose-phrases.ts'
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

/**
 * Reads a basic transcription of EXMARaLDA: the transcription tier of each speaker (type `t`). Its adjoining events are
 * pieces of one utterance. Tiers of annotations and descriptions are counted in a problem, not shown.
 */
export function readExmaralda(source: TranscriptFile): ParsedTranscript {
  const { root, problems } = openXml(source, {
    roots: ['basic-transcription'],
    format: 'EXMARaLDA',
  })
  if (root === null) return { segments: [], problems }
  const tally = createTally()
  const timeline = placeMoments(
    descendantsOf(root, 'tli').map((tli) => [
      attributeOf(tli, 'id') ?? '',
      timeAttribute(tli, 'time'),
    ]),
  )
  const names = namesOf(root)
  const tiers = descendantsOf(root, 'tier').filter((tier) => elementsOf(tier, 'event').length > 0)
  const spoken = spokenTiers(tiers)
  const utterances = spoken.map((tier) => {
    const speaker = names.get(attributeOf(tier, 'speaker') ?? '')
    return utterancesOf(tier, timeline, tally).map((segment) =>
      speaker === undefined ? segment : { ...segment, speaker },
    )
  })
  const leftOut = tiers
    .filter((tier) => !spoken.includes(tier))
    .map((tier) => ({
      name: attributeOf(tier, 'display-name') ?? attributeOf(tier, 'category') ?? '',
      annotations: elementsOf(tier, 'event').length,
    }))
  const title = oneLine(textIn(descendantsOf(root, 'transcription-name')[0]))
  const language = languageOf(root)
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments: mergeByStart(utterances),
    problems: [...problems, ...reportMarks(tally), ...reportTiersLeftOut(leftOut)],
  }
}

/** The tiers of type `t`; else those of the category `v` (verbal); else all. */
function spokenTiers(tiers: readonly XmlElement[]): readonly XmlElement[] {
  const transcribed = tiers.filter((tier) => attributeOf(tier, 'type') === 't')
  if (transcribed.length > 0) return transcribed
  const verbal = tiers.filter((tier) => attributeOf(tier, 'category') === 'v')
  return verbal.length > 0 ? verbal : tiers
}

function namesOf(root: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const speaker of descendantsOf(root, 'speaker')) {
    const id = attributeOf(speaker, 'id') ?? ''
    const name = oneLine(textIn(childOf(speaker, 'abbreviation')))
    if (id !== '') names.set(id, name === '' ? id : name)
  }
  return names
}

/** The language of the speakers, if all that name one name the same. */
function languageOf(root: XmlElement): string | undefined {
  const used = descendantsOf(root, 'languages-used').map((languages) =>
    languageTag(attributeOf(childOf(languages, 'language') ?? languages, 'lang')),
  )
  const named = new Set(used.filter((language) => language !== undefined))
  return named.size === 1 ? [...named][0] : undefined
}

/** A tier's utterances: chains of adjoining events, ended by the end of a sentence. */
function utterancesOf(tier: XmlElement, timeline: Moments, tally: ProblemTally): ParsedSegment[] {
  const chains: XmlElement[][] = []
  for (const event of elementsOf(tier, 'event')) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    const adjoins = last !== undefined && attributeOf(last, 'end') === attributeOf(event, 'start')
    if (adjoins && !endsSentence(spokenText(last).trim())) chain!.push(event)
    else chains.push([event])
  }
  return chains.map((chain) => {
    const phrases = chain.map((event) => {
      const start = timeline.get(attributeOf(event, 'start') ?? '')
      const end = timeline.get(attributeOf(event, 'end') ?? '')
      return {
        text: spokenText(event),
        start: start?.time ?? null,
        end: end?.time ?? null,
        isEstimated: start?.isEstimated === true || end?.isEstimated === true,
      }
    })
    const { line } = chain[0]!
    if (phrases[0]!.start === null) tally.count('mark-missing', line)
    else if (phrases.some(({ isEstimated }) => isEstimated)) tally.count('time-estimated', line)
    return { ...composePhrases(phrases), line }
  })
}

/** The text of an event, without user-defined information. */
function spokenText(event: XmlElement): string {
  return event.children.filter((child) => typeof child === 'string').join('')
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
