import type { ParsedTranscript } from '../parsing/parsed-transcript.ts'
import type { JsonDocument } from '../parsing/json/json-document.ts'

/** How sure a format is that a file is one of its own. */
export type Score = 'certain' | 'likely' | 'possible' | 'no'

/** What a format may look at to recognise a file: its beginning, never all of it. */
export interface FileHead {
  /** The first 64 K characters, decoded, `\n` as line break. */
  readonly text: string
  /** The first 64 K bytes as they came. */
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Lower case, without its dot; empty where there is none. */
  readonly extension: string
  /** The whole file as JSON, parsed once for all who ask; `null` where it does not look like JSON. */
  json(): JsonDocument | null
}

/** A whole file, as readers get it. */
export interface TranscriptFile {
  /** For sentences: the file's name, or `This file`. */
  readonly name: string
  readonly fileName: string
  /** NFC, well formed, `\n` as line break, without NUL or byte order mark. */
  readonly text: string
  readonly bytes: Uint8Array
  json(): JsonDocument | null
}

/** Bad input is news: a reader never throws for it, it returns problems. */
export type ReadFormat = (source: TranscriptFile) => ParsedTranscript | Promise<ParsedTranscript>

export interface Format {
  /** Kebab-case; also the name of its folder. */
  readonly id: string
  /** As people call it. */
  readonly name: string
  /** Lower case, without the dot, the usual one first. */
  readonly extensions: readonly string[]
  readonly mimeTypes: readonly string[]
  /** By content; the extension only breaks ties, and that is not done here. */
  detect(head: FileHead): Score
  load(): Promise<ReadFormat>
}

export function defineFormat(format: Format): Format {
  return format
}
