import type { Problem } from '#transcript/problem.ts'
import { countOf } from '#transcript/problem-tally.ts'
import type { ParsedTranscript, ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { parseHtml } from '../../parsing/html/parse-html.ts'
import { tooDeep } from '../../parsing/html/too-deep.ts'
import { languageTag } from '../../parsing/language-tag.ts'
import { composePhrases } from '../../parsing/words/compose-phrases.ts'
import { attributeOf, descendantsOf, textIn, type XmlElement } from '../../parsing/xml/tree.ts'

interface Stretch {
  /** Seconds. */
  readonly start: number
  readonly end: number
  /** As in the anchor: `S01`; empty where nobody speaks. */
  readonly voice: string
  readonly text: string
  readonly line: number
}

/**
 * Reads interviews of noScribe: the names of its anchors, `ts_5140_8800_S01`, give milliseconds and speakers. The
 * anchors of one speaker in a paragraph are one segment. What the program says about itself is not shown.
 */
export function readNoscribeHtml({ text, name }: TranscriptFile): ParsedTranscript {
  const { root, isWhole } = parseHtml(text)
  const segments: ParsedSegment[] = []
  const labels = new Map<string, string>()
  let title = ''
  let language: string | undefined
  let aboutLine: number | undefined
  let about = 0
  for (const paragraph of descendantsOf(root, 'p')) {
    const anchors = descendantsOf(paragraph, 'a').flatMap((anchor) => stretchOf(anchor))
    const written = textIn(paragraph).replace(/\s+/g, ' ').trim()
    if (anchors.length === 0) {
      if (segments.length > 0 && written !== '') {
        // added by hand in a word processor
        segments.push({ text: written, start: null, end: null, line: paragraph.line })
      } else if (/noScribe/.test(written)) {
        language = languageTag(/\(([a-z]{2,3})\)/.exec(written)?.[1])
        aboutLine ??= paragraph.line
        about += 1 + descendantsOf(paragraph, 'br').length
      } else if (title === '') title = written
      continue
    }
    for (const turn of turnsOf(anchors)) segments.push(segmentOf(turn, labels))
  }
  return {
    ...(title === '' ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    segments: segments.map(({ speaker, ...segment }) => {
      const label = speaker === undefined ? undefined : (labels.get(speaker) ?? speaker)
      return label === undefined ? segment : { ...segment, speaker: label }
    }),
    problems: [...(isWhole ? [] : [tooDeep(name)]), ...aboutNotShown(about, aboutLine)],
  }
}

function aboutNotShown(count: number, line: number | undefined): Problem[] {
  if (line === undefined) return []
  const message = `${countOf(count, 'line')} above the interview, in which noScribe tells its settings, ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'about-not-shown', severity: 'note', message, line }]
}

function stretchOf(anchor: XmlElement): Stretch[] {
  const found = /^ts_(\d{1,12})_(\d{1,12})_(.*)$/.exec(attributeOf(anchor, 'name') ?? '')
  if (found === null) return []
  const [, start, end, voice = ''] = found
  return [
    {
      start: Number(start) / 1000,
      end: Number(end) / 1000,
      voice: voice.replace(/^\/\//, '').trim(),
      text: textIn(anchor),
      line: anchor.line,
    },
  ]
}

function turnsOf(anchors: readonly Stretch[]): Stretch[][] {
  const turns: Stretch[][] = []
  for (const anchor of anchors) {
    const turn = turns.at(-1)
    const opens = /^\s*\/\//.test(anchor.text)
    if (turn !== undefined && turn[0]!.voice === anchor.voice && !opens) turn.push(anchor)
    else turns.push([anchor])
  }
  return turns
}

/** `S01: [00:00:05] So tell me`, also `//S02: Which one?` where people overlap. */
const lead = /^\s*(?:\/\/\s*)?(?:([^:[\]]{1,60}):)?\s*(?:\[\d{1,2}:\d{2}:\d{2}\]\s*)?/

function segmentOf(turn: readonly Stretch[], labels: Map<string, string>): ParsedSegment {
  const [first] = turn
  const { voice, line } = first!
  const found = voice === '' ? null : lead.exec(first!.text)
  const label = found?.[1]?.trim()
  // a label that was changed in an editor is the speaker's name
  if (label !== undefined && label !== voice) labels.set(voice, label)
  const phrases = turn.map(({ text, start, end }, at) => ({
    text: (at === 0 && found !== null ? text.slice(found[0].length) : text)
      .replace(/^\s*\/\/(?=\s)/, '')
      .replace(/\/\/\s*$/, ''),
    start,
    end,
  }))
  return { ...composePhrases(phrases), line, ...(voice === '' ? {} : { speaker: voice }) }
}
