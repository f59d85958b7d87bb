import type { ParsedTranscript } from '../parsing/parsed-transcript.ts'
import type { LabelChoice } from '../parsing/speakers/label-choice.ts'
import type { JsonDocument } from '../parsing/json/json-document.ts'

/** How surely a file is in a format. */
export type Score = 'certain' | 'likely' | 'possible' | 'no'

/** The beginning of a file, which detection examines. */
export interface FileHead {
  /** The first 64 K characters, decoded, `\n` as line break. */
  readonly text: string
  /** The first 64 K bytes as they came. */
  readonly bytes: Uint8Array
  readonly fileName: string
  /** Lower case, without the dot; empty if the name has none. */
  readonly extension: string
  /** The whole file as JSON, parsed once for all formats; `null` if it does not look like JSON. */
  json(): JsonDocument | null
  /** The names of the files in an archive; empty for other files and damaged archives. */
  entries(): readonly string[]
}

/** A whole decoded file: the input of a reader. */
export interface TranscriptFile {
  /** The file's name for messages, or `This file`. */
  readonly name: string
  readonly fileName: string
  /** NFC, well-formed UTF-16, `\n` as line break, without NULs and byte order mark. */
  readonly text: string
  readonly bytes: Uint8Array
  readonly labels: LabelChoice
  json(): JsonDocument | null
}

/** Reads one file. A reader never throws for bad input; it returns problems. */
export type ReadFormat = (source: TranscriptFile) => ParsedTranscript | Promise<ParsedTranscript>

export interface Format {
  /** Kebab-case; also the name of the format's folder, unless it is a row of a table that has a folder. */
  readonly id: string
  /** The folder of its reader in `readers/`, where that is not the id. */
  readonly folder?: string
  /** The name shown in menus and messages. */
  readonly name: string
  /** Lower case, without the dot; the most common one first. */
  readonly extensions: readonly string[]
  readonly mimeTypes: readonly string[]
  /** Judges the content only; the caller uses the extension to break ties. */
  detect(head: FileHead): Score
  /** A guess: offered only for files that no other format claims. */
  readonly isLastResort?: true
  load(): Promise<ReadFormat>
}

export function defineFormat(format: Format): Format {
  return format
}
