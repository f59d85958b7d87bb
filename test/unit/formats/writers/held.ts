import { presentSpeaker } from '#formats/parsing/speakers/speaker-list.ts'
import { nameSpeakers } from '#formats/parsing/speakers/name-speakers.ts'
import { isSound } from '#transcript/conventions/sound.ts'
import type { Chapter, Transcript, Word } from '#transcript/transcript.ts'

/** A transcript with names in place of ids, and times to the nanosecond, for comparing. */
export interface Plain {
  title: string | undefined
  language: string | undefined
  chapters: readonly Chapter[]
  segments: PlainSegment[]
}

export interface PlainSegment {
  start: number | null
  end: number | null
  name: string | null
  kind: 'speech' | 'sound'
  text: string
  language: string | undefined
  words: readonly Word[]
}

export function plain({ title, language, chapters, speakers, segments }: Transcript): Plain {
  const names = new Map(speakers.map(({ id, name }) => [id, name]))
  return {
    title,
    language,
    chapters,
    segments: segments.map((segment) => ({
      start: segment.start === null ? null : round(segment.start),
      end: segment.end === null ? null : round(segment.end),
      name: segment.speaker === null ? null : names.get(segment.speaker)!,
      kind: segment.kind,
      text: segment.text,
      language: segment.language,
      words: segment.words.map((word) => ({
        ...word,
        start: round(word.start),
        end: round(word.end),
      })),
    })),
  }
}

function round(time: number): number {
  return Math.round(time * 1e9) / 1e9
}

type Loss = (transcript: Plain) => Plain

/** What each format leaves of a transcript when it is written and read again. */
const losses: Readonly<Record<string, readonly Loss[]>> = {
  webvtt: [chapters, untimed, confidence, estimates, span, endsAtNextWord, arrowInTitle],
  subrip: [title, languages, chapters, untimed, words, prefixes, unclearNames],
  sbv: [title, languages, chapters, untimed, words, prefixes, signsOfSbv, unclearNames],
  'podcasting-json': [segmentLanguages, untimed, confidence, estimates, span],
  'whisper-json': [title, chapters, estimates, punctuation],
  csv: [title, languages, chapters, words, unclearNames],
  ttml: [chapters, untimed, confidence, estimates, span, controls, unclearNames],
  textgrid: [title, languages, chapters, untimed, confidence, estimates, span, unclearNames],
  lrc: [
    segmentLanguages,
    chapters,
    untimed,
    confidence,
    estimates,
    lineBreaks,
    stamps,
    span,
    prefixes,
    unclearNames,
  ],
}

export function held(transcript: Transcript, format: string): Plain {
  const kept = losses[format]!.reduce((rest, lose) => lose(rest), plain(transcript))
  return mapSegments(kept, (segment) => ({
    ...segment,
    kind: isSound(segment.text) ? 'sound' : 'speech',
  }))
}

/** Those that keep segments as they are. */
export const heldFormats = Object.keys(losses).filter((format) => format !== 'podcasting-json')

function mapSegments(whole: Plain, change: (segment: PlainSegment) => PlainSegment): Plain {
  return { ...whole, segments: whole.segments.map(change) }
}

function title(whole: Plain): Plain {
  return { ...whole, title: undefined }
}

function arrowInTitle(whole: Plain): Plain {
  return { ...whole, title: whole.title?.replaceAll('-->', '→') }
}

function chapters(whole: Plain): Plain {
  return { ...whole, chapters: [] }
}

function languages(whole: Plain): Plain {
  return segmentLanguages({ ...whole, language: undefined })
}

function segmentLanguages(whole: Plain): Plain {
  return mapSegments(whole, (segment) => ({ ...segment, language: undefined }))
}

function untimed(whole: Plain): Plain {
  return { ...whole, segments: whole.segments.filter(({ start }) => start !== null) }
}

function words(whole: Plain): Plain {
  return mapSegments(whole, (segment) => ({ ...segment, words: [] }))
}

function mapWords(whole: Plain, change: (word: Word) => Word): Plain {
  return mapSegments(whole, (segment) => ({ ...segment, words: segment.words.map(change) }))
}

function confidence(whole: Plain): Plain {
  return mapWords(whole, ({ from, to, start, end, estimated }) => ({
    from,
    to,
    start,
    end,
    ...(estimated === undefined ? {} : { estimated }),
  }))
}

function estimates(whole: Plain): Plain {
  return mapWords(whole, ({ from, to, start, end, confidence }) => ({
    from,
    to,
    start,
    end,
    ...(confidence === undefined ? {} : { confidence }),
  }))
}

/** Each word holds the text up to the next one, from where the blank before that word, or its punctuation, begins. */
function span(whole: Plain): Plain {
  return mapSegments(whole, ({ text, words, ...rest }) => ({
    ...rest,
    text,
    words: words.map((word, index) => {
      const begin = (at: number) => {
        const before = words[at - 1]?.to ?? 0
        const opening = /\S*$/.exec(text.slice(before, words[at]!.from))!
        return opening.index > 0 ? before + opening.index : words[at]!.from
      }
      const next = words[index + 1] === undefined ? text.length : begin(index + 1)
      return {
        ...word,
        from: index === 0 ? 0 : begin(index),
        to: text.slice(0, next).trimEnd().length,
      }
    }),
  }))
}

/** Each word holds the punctuation beside it; text without a time is in no word. */
function punctuation(whole: Plain): Plain {
  return mapSegments(whole, ({ text, words, ...rest }) => {
    let before = 0
    const held = words.map((word, index) => {
      const next = words[index + 1]?.from ?? text.length
      const gap = text.slice(before, word.from)
      const opening = (index === 0 ? /^[^\p{L}\p{N}]*$|/u : /$/u).exec(gap)![0]
      const touching = /(?<=\s)[^\s\p{L}\p{N}]+$/u.exec(gap)?.[0] ?? ''
      const marks = /^(?:\s*[^\s\p{L}\p{N}]+(?=\s))*/u
      const after = text.slice(word.to, next)
      const closing =
        next === text.length
          ? /^(?:\s*[^\s\p{L}\p{N}]+(?=\s|$))*/u
          : /^[^\s\p{L}\p{N}]+$/u.test(after)
            ? /^.*$/u
            : marks
      const first = word.from - Math.max(opening.trimStart().length, touching.length)
      before = word.to
      return { ...word, from: first, to: word.to + closing.exec(after)![0].length }
    })
    return { ...rest, text, words: held }
  })
}

/** Where no blank parts two words, nothing can say that there is a pause. */
function endsAtNextWord(whole: Plain): Plain {
  return mapSegments(whole, ({ words, ...rest }) => ({
    ...rest,
    words: words.map((word, index) => {
      const next = words[index + 1]
      return next !== undefined && next.from === word.to ? { ...word, end: next.start } : word
    }),
  }))
}

function prefixes(whole: Plain): Plain {
  return mapSegments(whole, ({ name, text, words, ...rest }) => {
    const length = name === null ? 0 : name.length + 2
    return {
      ...rest,
      name: null,
      text: name === null ? text : `${name}: ${text}`,
      words: words.map((word, index) => ({
        ...word,
        from: index === 0 ? word.from : word.from + length,
        to: word.to + length,
      })),
    }
  })
}

/** What a reader makes of `Ada: …` where no segment has a speaker. */
function unclearNames(whole: Plain): Plain {
  const drafts = whole.segments.map(({ name, text, start, end, words }) => ({
    text,
    start,
    end,
    words,
    ...(name === null ? {} : { speaker: name }),
  }))
  const named = nameSpeakers(drafts)
  return {
    ...whole,
    segments: whole.segments.map((segment, index) => {
      const { text, words = [], speaker } = named[index]!
      return { ...segment, text, words, name: presentSpeaker(speaker) || null }
    }),
  }
}

function lineBreaks(whole: Plain): Plain {
  return mapSegments(whole, (segment) => ({ ...segment, text: segment.text.replaceAll('\n', ' ') }))
}

/** Stamps in the text get other brackets. */
function stamps(whole: Plain): Plain {
  return mapSegments(whole, (segment) => ({
    ...segment,
    text: segment.text
      .replaceAll('<00:00:01.000>', '(00:00:01.000)')
      .replaceAll('[00:01.00]', '(00:01.00)'),
  }))
}

function signsOfSbv(whole: Plain): Plain {
  return mapSegments(whole, (segment) => ({
    ...segment,
    text: segment.text
      .replaceAll('[br]', '(br)')
      .split('\n')
      .map((line) => (line === '0:00:01.000,0:00:02.000' ? '0:00:01.000;0:00:02.000' : line))
      .join('\n'),
  }))
}

function controls(whole: Plain): Plain {
  return mapSegments(whole, (segment) => ({
    ...segment,
    // eslint-disable-next-line no-control-regex
    text: segment.text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\uFFFD'),
  }))
}

/** Those that begin together in an order of their own, where a format has none for them. */
export function sortTies(whole: Plain): Plain {
  const key = ({ end, text }: PlainSegment) => `${end} ${text}`
  const segments = [...whole.segments].sort(
    (a, b) => a.start! - b.start! || (key(a) < key(b) ? -1 : 1),
  )
  return { ...whole, segments }
}
