import type { PeakPyramid } from '#audio/peaks/peak-pyramid.ts'
import type { Grouping } from '#transcript/lines.ts'
import type { Line } from '#transcript/line.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import type { Problem } from '#transcript/problem.ts'
import type { Hit } from '#transcript/search.ts'
import type { TranscriptId } from './transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'

/** The sound that is open. */
export type Recording =
  | { readonly status: 'none' }
  | {
      readonly status: 'open'
      readonly name: string
      /** Tells this recording from others, to remember the place in it. */
      readonly key: string
      /** What the media element plays. */
      readonly address: string
      /** The address a link can name; `null` for a file, which nobody else has. */
      readonly sharedAddress: string | null
      /** Seconds; 0 until it is known. */
      readonly duration: number
      readonly seekable: boolean
      /** CSS pixels; `null` where there is only sound, and until it is known. */
      readonly picture: { readonly width: number; readonly height: number } | null
      /** False for a film that turned out to have no sound track. */
      readonly hasSound: boolean
    }

export type OpenRecording = Extract<Recording, { status: 'open' }>

/** The text that is open. */
export type TranscriptDocument =
  | { readonly status: 'none' }
  /** The first lines of a file that is still being read. They can be read and heard; all else waits for the whole. */
  | {
      readonly status: 'beginning'
      readonly id: TranscriptId
      readonly name: string
      readonly transcript: Transcript
      readonly lines: readonly Line[]
      /** Seconds of the recording: up to here, the lines are complete. */
      readonly completeUntil: number
    }
  | {
      readonly status: 'open'
      readonly id: TranscriptId
      readonly name: string
      readonly format: string
      readonly transcript: Transcript
      /** What is shown and followed: the transcript's segments, grouped to be read. */
      readonly lines: readonly Line[]
      readonly problems: readonly Problem[]
    }

export type OpenDocument = Extract<TranscriptDocument, { status: 'open' }>
/** What can be read, be it the whole or the beginning. */
export type ReadableDocument = Exclude<TranscriptDocument, { status: 'none' }>

/** The lines that are shown; none where no text is open. */
export const shownLines = (document: TranscriptDocument): readonly Line[] =>
  document.status === 'none' ? noLines : document.lines
const noLines: readonly Line[] = []

/** What is being opened while the rest goes on. */
export type Opening =
  | { readonly status: 'idle' }
  | {
      readonly status: 'busy'
      readonly name: string
      /** 0 to 1; `null` where the length is not known. */
      readonly progress: number | null
      /** Until a busy server is asked again. */
      readonly waitMs?: number
    }

export interface Playback {
  readonly activity: 'paused' | 'playing' | 'waiting'
  readonly rate: number
  readonly volume: number
  readonly muted: boolean
  readonly loop: Loop
  readonly failure: Problem | null
}

export type Loop =
  | { readonly status: 'off' }
  /** A is set, B is awaited. */
  | { readonly status: 'begun'; readonly start: number }
  | { readonly status: 'on'; readonly range: TimeRange; readonly of: 'line' | 'range' }

export type Peaks =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  /** The pyramid stays the same and is filled; each report of progress is a new object. */
  | {
      readonly status: 'drawing'
      readonly pyramid: PeakPyramid
      /** Preview peaks of the whole first; then every sample. */
      readonly stage: 'previewing' | 'previewed' | 'decoding'
      /** 0 to 1: how much of the sound has been looked at sample by sample. */
      readonly progress: number
      readonly isPaused: boolean
    }
  | { readonly status: 'drawn'; readonly pyramid: PeakPyramid }
  /** A sentence for the listener; everything else goes on. */
  | { readonly status: 'unavailable'; readonly why: string }

/**
 * Whether a seek lands where it was sent. `estimated`: browsers guess the place in this kind of recording, and
 * land seconds to minutes from it.
 */
export type Seeking =
  | { readonly status: 'unknown' }
  | { readonly status: 'exact' }
  /** Being made exact; 0 to 1. */
  | { readonly status: 'preparing'; readonly progress: number }
  | { readonly status: 'estimated'; readonly why: string }

/** `suspended`: the listener looked elsewhere; it resumes when asked, never by a timer. */
export type Follow = 'following' | 'suspended' | 'off'

export interface Search {
  readonly isOpen: boolean
  readonly query: string
  readonly hits: readonly Hit[]
  /** Which hit is looked at. */
  readonly at: number | null
}

export type DialogName = 'help' | 'about' | 'settings' | 'addresses' | 'reading' | 'save'

/** A link that would ask other people's servers for something, before the listener has agreed. */
export interface OfferedLink {
  readonly hosts: readonly string[]
  readonly audio: string | null
  readonly transcript: string | null
  readonly chapters: string | null
  readonly peaks: string | null
  readonly title: string | null
  readonly time: number | null
}

export interface NoticesState {
  /** The short result of a command, for the polite status. */
  readonly status: string
  /** How many there have been: the same words twice are two results. */
  readonly statusCount: number
  /** What went wrong, for the alert; stays until dismissed or until something opens. */
  readonly alert: Problem | null
}

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark'
  /** Relative to the page's own size. */
  readonly textSize: number
  readonly lineSpacing: number
  readonly singleKeys: 'everywhere' | 'focused' | 'off'
  readonly clickAlsoPlays: boolean
  readonly skipPauses: boolean
  /** Seconds: only longer pauses are skipped. */
  readonly skipPausesOver: number
  /** How late the listener hears (Bluetooth), 0–500: the highlight waits, the sound does not. */
  readonly outputLatencyMs: number
  readonly grouping: Grouping
  readonly showWaveform: boolean
  /** What was found out about the sound of a recording is kept in the browser for the next time. */
  readonly keepPeaks: boolean
  /** Reads each line aloud by way of a live region, for people who read braille while listening. */
  readonly announceLines: boolean
  /** Looks for the words in the sound when a recording is opened with a text that has no times. */
  readonly findWordsByItself: boolean
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  textSize: 1,
  lineSpacing: 1.65,
  singleKeys: 'everywhere',
  clickAlsoPlays: false,
  skipPauses: false,
  skipPausesOver: 2,
  outputLatencyMs: 0,
  grouping: 'paragraphs',
  showWaveform: true,
  keepPeaks: true,
  announceLines: false,
  findWordsByItself: false,
}
