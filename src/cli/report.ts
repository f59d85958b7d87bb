import type { AlignmentTally } from '#alignment/alignment-result.ts'
import type { LeftOut, Task } from './task.ts'

/**
 * The result for one recording, one line of JSON.
 * `refused`: any times would be arbitrary. `failed`: something could not be read or written.
 */
export interface Report {
  readonly sound: string
  readonly text: string | null
  readonly out: string | null
  readonly status: 'aligned' | 'skipped' | 'refused' | 'failed'
  /** BCP 47: as given, stated or guessed. */
  readonly language: string | null
  readonly method: 'heard' | 'estimated' | null
  readonly words: number | null
  readonly sure: number | null
  readonly unsure: number | null
  readonly notHeard: number | null
  readonly soundSeconds: number | null
  /** Wall-clock time. */
  readonly seconds: number
  /** A sentence; `null` when `aligned`. */
  readonly why: string | null
  /** Sentences about problems of the transcript, and about what the format cannot hold. */
  readonly notes: readonly string[]
}

/** What is known of a recording, whatever the result. */
export interface Findings {
  language?: string
  soundSeconds?: number
  notes: string[]
}

const nothingDone = {
  language: null,
  method: null,
  words: null,
  sure: null,
  unsure: null,
  notHeard: null,
  soundSeconds: null,
  seconds: 0,
  notes: [],
} as const

type Reported = Pick<Task, 'sound' | 'text' | 'out'>

export const reportOfLeftOut = ({ sound, text, why, status = 'skipped' }: LeftOut): Report => ({
  ...nothingDone,
  sound,
  text,
  out: null,
  status,
  why,
})

export const reportWithout = (
  { sound, text, out }: Reported,
  ending: { status: 'skipped' | 'refused' | 'failed'; why: string } & Partial<Findings>,
): Report => ({ ...nothingDone, sound, text, out, ...ending })

export const reportOfTimes = (
  { sound, text, out }: Reported,
  { method, tally, ...found }: Findings & { method: 'heard' | 'estimated'; tally: AlignmentTally },
): Report => ({
  ...nothingDone,
  sound,
  text,
  out,
  status: 'aligned',
  method,
  words: tally.sure + tally.unsure + tally.notHeard,
  ...tally,
  ...found,
  why: null,
})

/** One line of JSON: keys in the order of the type, seconds to the hundredth. */
export function reportLine(report: Report): string {
  const { sound, text, out, status, language, method, words, sure, unsure, notHeard } = report
  const { soundSeconds, seconds, why, notes } = report
  return JSON.stringify({
    sound,
    text,
    out,
    status,
    language,
    method,
    words,
    sure,
    unsure,
    notHeard,
    soundSeconds: soundSeconds === null ? null : toHundredths(soundSeconds),
    seconds: toHundredths(seconds),
    why,
    notes,
  })
}

const toHundredths = (seconds: number) => Math.round(seconds * 100) / 100
