import type { TimingIssue } from '#transcript/transcript.ts'
import type { Anchor, Script, SpokenWord, TextStretch } from './script.ts'

/** A stretch of the text with the time at which it is heard. */
export interface AlignedWord extends TextStretch {
  /** Seconds, half open. */
  readonly start: number
  readonly end: number
  /** 0 to 1: how much speaks for this place. 0.5 and above is sure. */
  readonly confidence: number
}

/** A timing issue in a line of the script. */
export interface LineIssue extends TimingIssue, TextStretch {}

/** What is known up to a moment of the recording; nothing before it changes any more. */
export interface AlignmentStep {
  /** Seconds: the sound up to here has been dealt with. */
  readonly heardUntil: number
  /** Place in the script up to which it is known whether and when it is heard: the first undecided line. */
  readonly decidedLines: number
  /** In order of the text; new since the step before. */
  readonly words: readonly AlignedWord[]
  /** New since the step before. */
  readonly issues: readonly LineIssue[]
}

/** Where an alignment stands, to go on from there another day. Plain data. */
export interface AlignmentSoFar {
  readonly heardUntil: number
  readonly decidedLines: number
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
}

export interface AlignmentOrder {
  readonly script: Script
  /** In order of the text and of time. */
  readonly anchors: readonly Anchor[]
  /** Seconds of the recording. */
  readonly duration: number
  readonly soFar: AlignmentSoFar | null
  /** Only this part of the recording is looked at, seconds: the script is what is said in it. The whole, else. */
  readonly stretch?: { readonly start: number; readonly end: number }
  /** The script was written from this very sound: what comes before its first word and after its last is no gap. */
  readonly isOfThisSound?: true
}

/**
 * How an alignment ended. `refused` with what would have been made up otherwise:
 * `nothing-to-say`: the text holds no word that is spoken.
 * `no-speech`: the sound holds no speech: music only, silence.
 * `not-together`: hardly anything of the text was heard: another recording's, or another language.
 */
export type AlignmentOutcome =
  | {
      readonly kind: 'aligned'
      readonly method: 'heard' | 'estimated'
      readonly tally: AlignmentTally
    }
  | { readonly kind: 'refused'; readonly why: 'nothing-to-say' | 'no-speech' | 'not-together' }

/** Of the words of the text, whenever they were looked for. */
export interface AlignmentTally {
  readonly sure: number
  readonly unsure: number
  readonly notHeard: number
}

export const nothingSoFar: AlignmentSoFar = {
  heardUntil: 0,
  decidedLines: 0,
  words: [],
  issues: [],
}

/** `decided`: the words that the alignment so far has decided upon. */
export function withTallySoFar(
  found: AlignmentTally,
  { soFar, decided }: { soFar: AlignmentSoFar; decided: readonly SpokenWord[] },
): AlignmentTally {
  const { length: all } = stretchesOf(decided)
  const { length: heard } = stretchesOf(heardOf(soFar, decided))
  const sure = soFar.words.filter(
    ({ line, confidence }) => line <= soFar.decidedLines && confidence >= 0.5,
  ).length
  return {
    sure: found.sure + sure,
    unsure: found.unsure + Math.max(0, heard - sure),
    notHeard: found.notHeard + all - heard,
  }
}

/** Those that have times or are not called missing: the times of some were put aside. */
export function heardOf(
  { words, issues }: AlignmentSoFar,
  decided: readonly SpokenWord[],
): readonly SpokenWord[] {
  const key = ({ line, from }: TextStretch) => `${line} ${from}`
  const timed = new Set(words.map(key))
  const missing = new Map<number, LineIssue[]>()
  for (const issue of issues) {
    if (issue.reason !== 'not-heard') continue
    const ofLine = missing.get(issue.line)
    if (ofLine) ofLine.push(issue)
    else missing.set(issue.line, [issue])
  }
  const isMissing = ({ line, from, to }: SpokenWord) =>
    missing.get(line)?.some((issue) => issue.from <= from && to <= issue.to) === true
  return decided.filter((word) => timed.has(key(word)) || !isMissing(word))
}

/** The words that a number is read as are one stretch of the text. */
const stretchesOf = (words: readonly SpokenWord[]) =>
  words.filter(({ line, from }, at) => {
    const before = words[at - 1]
    return before?.line !== line || before.from !== from
  })
