import type { TimingIssue } from '#transcript/transcript.ts'
import type { Anchor, Script, ScriptWord, TextSpan } from './script.ts'

/** A span of the text with the time at which it is spoken. */
export interface AlignedWord extends TextSpan {
  /** Seconds, half open. */
  readonly start: number
  readonly end: number
  /** 0 to 1; 0.5 and above is sure. */
  readonly confidence: number
}

/** A timing issue in a line of the script. */
export interface LineIssue extends TimingIssue, TextSpan {}

/** New results up to a time of the recording. They are final. */
export interface AlignmentStep {
  /** Seconds: the audio before it has been aligned. */
  readonly heardUntil: number
  /** The first line of the script without a final result. */
  readonly decidedLines: number
  /** In order of the text; new since the previous step. */
  readonly words: readonly AlignedWord[]
  /** New since the previous step. */
  readonly issues: readonly LineIssue[]
}

/** The state of an interrupted alignment, from which it can be resumed. Plain data. */
export interface AlignmentSoFar {
  readonly heardUntil: number
  readonly decidedLines: number
  readonly words: readonly AlignedWord[]
  readonly issues: readonly LineIssue[]
}

/** What to align. */
export interface AlignmentOrder {
  readonly script: Script
  /** In order of the text and of time. */
  readonly anchors: readonly Anchor[]
  /** Duration of the recording, seconds. */
  readonly duration: number
  readonly soFar: AlignmentSoFar | null
  /** The part of the recording in which the script is spoken, seconds; the whole recording by default. */
  readonly range?: { readonly start: number; readonly end: number }
  /** The script transcribes exactly this audio: none of it is untranscribed before the first word or after the last. */
  readonly isOfThisAudio?: true
}

/**
 * How an alignment ended. `refused`: no times are reported, because
 * `nothing-to-say`: the text has no spoken word;
 * `no-speech`: the audio has no speech, only music or silence;
 * `not-together`: hardly any word matched: the text is of another recording, or in another language.
 */
export type AlignmentOutcome =
  | {
      readonly kind: 'aligned'
      readonly method: 'heard' | 'estimated'
      readonly tally: AlignmentTally
    }
  | { readonly kind: 'refused'; readonly why: 'nothing-to-say' | 'no-speech' | 'not-together' }

/** Word counts of the whole text, including words aligned before an interruption. */
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

/** Adds the words of an interrupted alignment. `decided`: the words it had decided. */
export function withTallySoFar(
  found: AlignmentTally,
  { soFar, decided }: { soFar: AlignmentSoFar; decided: readonly ScriptWord[] },
): AlignmentTally {
  const { length: all } = distinctSpans(decided)
  const { length: matched } = distinctSpans(matchedWords(soFar, decided))
  const sure = soFar.words.filter(
    ({ line, confidence }) => line <= soFar.decidedLines && confidence >= 0.5,
  ).length
  return {
    sure: found.sure + sure,
    unsure: found.unsure + Math.max(0, matched - sure),
    notHeard: found.notHeard + all - matched,
  }
}

/** The words with times, or without a `not-heard` issue: times of some may have been discarded. */
export function matchedWords(
  { words, issues }: AlignmentSoFar,
  decided: readonly ScriptWord[],
): readonly ScriptWord[] {
  const key = ({ line, from }: TextSpan) => `${line} ${from}`
  const timed = new Set(words.map(key))
  const missing = new Map<number, LineIssue[]>()
  for (const issue of issues) {
    if (issue.reason !== 'not-heard') continue
    const ofLine = missing.get(issue.line)
    if (ofLine) ofLine.push(issue)
    else missing.set(issue.line, [issue])
  }
  const isMissing = ({ line, from, to }: ScriptWord) =>
    missing.get(line)?.some((issue) => issue.from <= from && to <= issue.to) === true
  return decided.filter((word) => timed.has(key(word)) || !isMissing(word))
}

/** Distinct spans: the words of a number share one. */
const distinctSpans = (words: readonly ScriptWord[]) =>
  words.filter(({ line, from }, at) => {
    const before = words[at - 1]
    return before?.line !== line || before.from !== from
  })
