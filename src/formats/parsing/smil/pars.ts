import { attributeOf, descendantsOf, textIn, type XmlElement } from '../xml/tree.ts'
import { parseClockValue } from './clock-value.ts'

/** A text fragment and the time range of the recording in which it is spoken. */
export interface Par {
  /** An address relative to the SMIL file: `chapter.xhtml#s12`. */
  readonly text: string
  /** Text in the SMIL file itself. */
  readonly inline: string
  readonly audio: string
  /** Seconds in that recording. */
  readonly start: number | null
  readonly end: number | null
  readonly line: number
}

export function parsOf(root: XmlElement): Par[] {
  return descendantsOf(root, 'par').flatMap((par) => {
    const [text] = descendantsOf(par, 'text')
    if (text === undefined) return []
    const audios = descendantsOf(par, 'audio')
    const [first] = audios
    const source = attributeOf(text, 'src') ?? ''
    return {
      text: source,
      inline: inlineText(source) ?? textIn(text).trim(),
      audio: first === undefined ? '' : (attributeOf(first, 'src') ?? ''),
      start: timeOf(first, ['clipBegin', 'clip-begin']),
      end: timeOf(audios.at(-1), ['clipEnd', 'clip-end']),
      line: par.line,
    }
  })
}

/** SMIL 3 and SMIL 1 use different attribute names. */
function timeOf(audio: XmlElement | undefined, names: readonly string[]): number | null {
  if (audio === undefined) return null
  const written = names.map((name) => attributeOf(audio, name)).find((value) => value !== undefined)
  return parseClockValue(written)
}

/** The text of a `data:,…` address. */
function inlineText(source: string): string | null {
  const found = /^data:(?:text\/plain)?(?:;charset=[\w-]{1,20})?,/i.exec(source)
  if (found === null) return null
  try {
    return decodeURIComponent(source.slice(found[0].length))
  } catch {
    return source.slice(found[0].length)
  }
}
