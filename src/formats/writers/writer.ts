import type { Problem } from '#transcript/problem.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'

/** A format that transcripts can be written in. */
export interface Writer {
  /** That of the format that reads it; also the name of its folder. */
  readonly id: string
  /** As people call it. */
  readonly name: string
  /** Lower case but where its users write it otherwise, without the dot. */
  readonly extension: string
  readonly mimeType: string
  /** What it has a place for; a menu offers to leave these out. */
  readonly supports: {
    readonly times: boolean
    readonly words: boolean
    readonly speakers: boolean
  }
  /** It cannot be written without times, so leaving them out is not offered. */
  readonly needsTimes: boolean
  load(): Promise<LoadedWriter>
}

/** The part of a writer that is loaded when it is first used: what its `write.ts` exports. */
export interface LoadedWriter {
  readonly capabilities: WriterCapabilities
  readonly write: WriteFormat
}

/** Takes what `keeps` allows; everything else has been taken out, and counted, before. */
export type WriteFormat = (manuscript: PreparedTranscript) => WriterOutput

export type WriterOutput = ({ readonly text: string } | { readonly bytes: Uint8Array }) & {
  readonly problems: readonly Problem[]
}

/** What a format keeps of a transcript besides times, words and speakers. */
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

/** Most formats keep little more than text and times. */
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

/** A transcript as it will be written: sound, tidy, in the format's ticks. */
export interface PreparedTranscript extends Transcript {
  readonly segments: readonly NamedSegment[]
  /** What whoever exports wants, for formats that can do without. */
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
