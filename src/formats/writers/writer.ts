import type { Problem } from '#transcript/problem.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** One row of the registry: a format in which transcripts can be exported. */
export interface Writer {
  /** The id of the format that reads it; also the name of its folder. */
  readonly id: string
  /** The name shown in menus and messages. */
  readonly name: string
  /** Lower case but where its users write it otherwise, without the dot. */
  readonly extension: string
  readonly mimeType: string
  /** Which of these the format can represent; the export menu offers to leave them out. */
  readonly supports: {
    readonly times: boolean
    readonly words: boolean
    readonly speakers: boolean
  }
  /** Every segment must have a time, so the export menu does not offer to leave times out. */
  readonly needsTimes: boolean
  load(): Promise<LoadedWriter>
}

/** The part of a writer that is loaded when it is first used: what its `write.ts` exports. */
export interface LoadedWriter {
  readonly capabilities: WriterCapabilities
  readonly write: WriteFormat
}

/** Writes a transcript from which everything outside the writer's capabilities has already been removed and counted. */
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
  /** Which word times were computed. */
  readonly estimates: boolean
  /** Segments without a time. */
  readonly untimed: boolean
  /** A transcript without a segment. */
  readonly nothing: boolean
  /** Control characters: XML has no way to write them. */
  readonly controls: boolean
  /** Ticks a second; `null` where times are kept as they are. */
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

/** A transcript ready for a writer: valid, tidy, with times rounded to the format's ticks. */
export interface PreparedTranscript extends Transcript {
  readonly segments: readonly NamedSegment[]
  /** Whether times and names are exported, for formats in which they are optional. */
  readonly showsTimes: boolean
  readonly showsNames: boolean
  /** The format's name, for sentences. */
  readonly formatName: string
}

export interface NamedSegment extends Segment {
  readonly name: string | null
}

export interface TimedNamedSegment extends NamedSegment {
  readonly start: number
  readonly end: number
}
