import type { Problem } from '#transcript/problem.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** An export format: one row of the registry. */
export interface Writer {
  /** The id of the format, by which it can be read again; also the name of its folder. */
  readonly id: string
  /** The name shown in menus and messages. */
  readonly name: string
  /** Without the dot; lower case, unless the format's users write it otherwise. */
  readonly extension: string
  readonly mimeType: string
  /** What the format can represent; the export menu offers to leave it out. */
  readonly supports: {
    readonly times: boolean
    readonly words: boolean
    readonly speakers: boolean
  }
  /** Every segment must have a time, so the export menu does not offer to omit times. */
  readonly needsTimes: boolean
  load(): Promise<LoadedWriter>
}

/** The part of a writer that is loaded on first use: the export of its `write.ts`. */
export interface LoadedWriter {
  readonly capabilities: WriterCapabilities
  readonly write: WriteFormat
}

/** Writes a transcript. Everything outside the writer's capabilities has been removed and counted before. */
export type WriteFormat = (prepared: PreparedTranscript) => WriterOutput

export type WriterOutput = ({ readonly text: string } | { readonly bytes: Uint8Array }) & {
  readonly problems: readonly Problem[]
}

/** What a format can represent besides times, words and speakers. */
export interface WriterCapabilities {
  readonly title: boolean
  readonly language: boolean
  readonly segmentLanguages: boolean
  readonly chapters: boolean
  readonly confidence: boolean
  /** Marks word times as estimated. */
  readonly estimates: boolean
  /** Segments without a time. */
  readonly untimed: boolean
  /** A transcript without segments. */
  readonly nothing: boolean
  /** Control characters, which XML cannot represent. */
  readonly controls: boolean
  /** Time resolution in ticks per second; `null` if times are not rounded. */
  readonly ticks: number | null
}

/** The capabilities of a format that holds text and times only. */
export const leastCapabilities: WriterCapabilities = {
  title: false,
  language: false,
  segmentLanguages: false,
  chapters: false,
  confidence: false,
  estimates: false,
  untimed: false,
  nothing: false,
  controls: true,
  ticks: 1000,
}

/** A transcript ready for a writer: valid, normalised, with times rounded to the format's ticks. */
export interface PreparedTranscript extends Transcript {
  readonly segments: readonly NamedSegment[]
  /** Whether times and names are exported, for formats in which they are optional. */
  readonly showsTimes: boolean
  readonly showsNames: boolean
  /** The format's name, for messages. */
  readonly formatName: string
}

export interface NamedSegment extends Segment {
  readonly name: string | null
}

export interface TimedNamedSegment extends NamedSegment {
  readonly start: number
  readonly end: number
}
