import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import {
  emptyParsedTranscript,
  type ParsedTranscript,
  type ParsedSegment,
} from '../../parsing/parsed-transcript.ts'
import type { TranscriptFile } from '../format.ts'
import { groupBy } from '../../parsing/group-by.ts'
import { textOfMarkup } from '../../parsing/html/text-of-markup.ts'
import { languageTag } from '../../parsing/language-tag.ts'

/**
 * Reads SAMI: the text after a `SYNC` is shown until the next `SYNC` of its class. Of several languages (classes), the
 * one with the most text is shown.
 */
export function readSami({ text, name }: TranscriptFile): ParsedTranscript {
  const captions = captionsOf(text)
  if (captions.length === 0) {
    return emptyParsedTranscript({
      code: 'lines-missing',
      severity: 'error',
      message: `${name} has no <SYNC Start=…>, so it cannot be read as SAMI. Choose another format.`,
    })
  }
  const classes = groupBy(captions, ({ language }) => language)
  const ordered = [...classes].sort((a, b) => lettersIn(b[1]) - lettersIn(a[1]))
  const [shown, ...others] = ordered
  const title = /<title[^<>]{0,99}>([^<>]{1,300})</i.exec(text)?.[1]?.trim() ?? ''
  const language = languageOfClass(text, shown![0])
  return {
    ...(title === '' ? {} : { title: textOfMarkup(title) }),
    ...(language === undefined ? {} : { language }),
    segments: segmentsOf(shown![1]),
    problems: reportOthers(others),
  }
}

interface Caption {
  /** The class of the paragraph, in capitals; empty if it has none. */
  readonly language: string
  readonly isSource: boolean
  /** Seconds. */
  readonly start: number
  readonly end: number | null
  readonly text: string
  readonly line: number
}

function captionsOf(text: string): Caption[] {
  const captions: Caption[] = []
  const syncs = [...text.matchAll(/<sync\s[^<>]{0,200}>/gi)]
  let line = 1
  let counted = 0
  for (const [index, sync] of syncs.entries()) {
    for (let at = text.indexOf('\n', counted); at !== -1 && at < sync.index;) {
      line += 1
      counted = at + 1
      at = text.indexOf('\n', counted)
    }
    const start = millisecondsIn(sync[0], 'start')
    if (start === null) continue
    const body = text.slice(sync.index + sync[0].length, syncs[index + 1]?.index ?? text.length)
    const about = { start, end: millisecondsIn(sync[0], 'end'), line }
    const parts = body.replace(/<\/(?:body|sami)\s*>[^]*$/i, '').split(/(<p(?:\s[^<>]{0,200})?>)/i)
    if (parts.length === 1 || parts[0]!.trim() !== '') {
      const loose = textOfMarkup(parts[0]!)
      if (parts.length === 1 || loose.trim() !== '') {
        captions.push({ ...about, language: '', isSource: false, text: loose })
      }
    }
    for (let at = 1; at < parts.length; at += 2) {
      captions.push({
        ...about,
        language: attributeIn(parts[at]!, 'class').toUpperCase(),
        isSource: /^source$/i.test(attributeIn(parts[at]!, 'id')),
        text: textOfMarkup(parts[at + 1] ?? ''),
      })
    }
  }
  return captions
}

function millisecondsIn(tag: string, name: string): number | null {
  const written = attributeIn(tag, name)
  return /^-?\d{1,12}(?:ms)?$/.test(written) ? Number(written.replace('ms', '')) / 1000 : null
}

function attributeIn(tag: string, name: string): string {
  const found = new RegExp(
    `\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`,
    'i',
  ).exec(tag)
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
}

function lettersIn(captions: readonly Caption[]): number {
  return captions.reduce((sum, { text }) => sum + text.trim().length, 0)
}

/** A blank caption ends the one before; a paragraph with the id `Source` names who speaks. */
function segmentsOf(captions: readonly Caption[]): ParsedSegment[] {
  const ordered = captions.map((caption, index) => ({ caption, index }))
  ordered.sort((a, b) => a.caption.start - b.caption.start || a.index - b.index)
  const spoken = ordered.map(({ caption }) => caption)
  const segments: ParsedSegment[] = []
  let speaker = ''
  for (const [index, { text, start, end, isSource, line }] of spoken.entries()) {
    if (isSource) {
      speaker = text.replace(/:\s*$/, '').trim()
      continue
    }
    if (text.trim() === '') continue
    const next = spoken.slice(index + 1, index + 50).find((each) => each.start > start)
    segments.push({
      text,
      start,
      end: end ?? next?.start ?? null,
      line,
      ...(speaker === '' ? {} : { speaker }),
    })
  }
  return segments
}

/** The language that the style sheet gives a class: `.ENCC {Name: English; lang: en-US;}`. */
function languageOfClass(text: string, name: string): string | undefined {
  for (const [, selector = '', rules = ''] of text.matchAll(
    /\.([\w-]{1,40})\s{0,9}\{([^{}]{0,400})\}/g,
  )) {
    if (selector.toUpperCase() !== name) continue
    return languageTag(/lang\s{0,9}:\s{0,9}([\w-]{2,20})/i.exec(rules)?.[1])
  }
  return undefined
}

function reportOthers(others: readonly (readonly [string, readonly Caption[]])[]): Problem[] {
  const written = others
    .map(
      ([name, captions]) =>
        [name, captions.filter(({ text }) => text.trim() !== '').length] as const,
    )
    .filter(([, count]) => count > 0)
  if (written.length === 0) return []
  const count = written.reduce((sum, [, each]) => sum + each, 0)
  const names = written.slice(0, 3).map(([name]) => (name === '' ? 'no class' : name.slice(0, 40)))
  const message = `${countOf(count, 'caption')} of other languages (${names.join(', ')}) ${count === 1 ? 'is' : 'are'} not shown.`
  return [{ code: 'languages-left-out', severity: 'note', message }]
}
