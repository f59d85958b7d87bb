import { percentile } from '../bench/statistics.mjs'

/** A line that begins within this distance of its known start counts as found, seconds. */
const near = 0.25
/** Least AlignedWord.confidence of a sure word. */
const sureFrom = 0.5

/**
 * The result of an alignment, see src/alignment/alignment-result.ts.
 *
 * @typedef {object} Found
 * @property {readonly import('../../../src/alignment/alignment-result.ts').AlignedWord[]} words in order of the text
 * @property {readonly import('../../../src/alignment/alignment-result.ts').LineIssue[]} issues
 */

/**
 * Figures of the lines that are in the audio. `median`, `p95`: errors of the lines that got a time, seconds. `within`:
 * share near its known start; a line without a time is not. `sure`: share whose first word is sure and that has no issue.
 * `sureWithin`: share of all sure lines, including those not in the audio, that are near. `withinOrUnsure`: share that is
 * near or unsure; a line without a time counts as unsure. Shares are 0 to 1; `null`: no such lines.
 *
 * @typedef {object} LineScore
 * @property {number} heard
 * @property {number | null} median
 * @property {number | null} p95
 * @property {number | null} within
 * @property {number | null} sure
 * @property {number | null} sureWithin
 * @property {number | null} withinOrUnsure
 */

/**
 * @param {Pick<import('./recording-cache.mjs').Composed, 'script' | 'truth' | 'absentWords' | 'words'>} recording
 * @param {Found} found
 */
export const score = (recording, found) => ({
  lines: scoreLines(recording, found),
  absent: scoreAbsent(recording, found),
  spoken: scoreSpoken(recording, found),
  words: recording.words.length === 0 ? null : scoreWords(recording.words, found),
})

/** @returns {LineScore} */
function scoreLines({ script, truth }, { words, issues }) {
  const firstOf = new Map()
  for (const word of words) if (!firstOf.has(word.line)) firstOf.set(word.line, word)
  const flagged = new Set(issues.map(({ line }) => line))
  const judged = script.lines.map((_, line) => {
    const first = firstOf.get(line)
    const heard = truth[line]
    const error = first && heard ? Math.abs(first.start - heard.start) : null
    const isSure = first !== undefined && first.confidence >= sureFrom && !flagged.has(line)
    return { isHeard: heard !== null, error, isNear: error !== null && error <= near, isSure }
  })
  const heard = judged.filter(({ isHeard }) => isHeard)
  const sure = judged.filter(({ isSure }) => isSure)
  const errors = heard.map(({ error }) => error).filter((error) => error !== null)
  return {
    heard: heard.length,
    ...spreadOf(errors),
    within: shareOf(heard, ({ isNear }) => isNear),
    sure: shareOf(heard, ({ isSure }) => isSure),
    sureWithin: shareOf(sure, ({ isNear }) => isNear),
    withinOrUnsure: shareOf(heard, ({ isNear, isSure }) => isNear || !isSure),
  }
}

/** Of the words that are not spoken: how many were given a time all the same, and with what confidence. */
function scoreAbsent({ absentWords }, { words, issues }) {
  const inLines = byLine(words)
  const issuesByLine = byLine(issues)
  const tally = { words: absentWords.length, sure: 0, unsure: 0, untimed: 0 }
  for (const absent of absentWords) {
    const timed = inLines.get(absent.line)?.find((word) => overlap(word, absent))
    const hasIssue = issuesByLine.get(absent.line)?.some((issue) => overlap(issue, absent))
    if (timed === undefined) tally.untimed++
    else if (timed.confidence >= sureFrom && !hasIssue) tally.sure++
    else tally.unsure++
  }
  return tally
}

/** Of the words that are spoken: the shares that are sure, and that have a time. */
function scoreSpoken({ script, truth, absentWords }, { words, issues }) {
  const inLines = byLine(words)
  const issuesByLine = byLine(issues)
  const absentByLine = byLine(absentWords)
  const tally = { words: 0, sure: 0, timed: 0 }
  for (const [line, { text, kind }] of script.lines.entries()) {
    if (truth[line] === null || kind === 'sound') continue
    for (const { 0: word, index: from } of text.matchAll(/\S+/g)) {
      const span = { from, to: from + word.length }
      const isHere = (stretch) => overlap(stretch, span)
      if (!/[\p{L}\p{N}]/u.test(word) || absentByLine.get(line)?.some(isHere)) continue
      const timed = inLines.get(line)?.find(isHere)
      tally.words++
      if (timed) tally.timed++
      if (timed && timed.confidence >= sureFrom && !issuesByLine.get(line)?.some(isHere))
        tally.sure++
    }
  }
  const share = (count) => (tally.words === 0 ? null : count / tally.words)
  return { words: tally.words, sure: share(tally.sure), timed: share(tally.timed) }
}

/** Errors of word starts. `missing`: share of the words without a time. */
function scoreWords(truths, { words }) {
  const inLines = byLine(words)
  const errors = []
  for (const truth of truths) {
    const timed = inLines.get(truth.line)?.find((word) => overlap(word, truth))
    if (timed !== undefined) errors.push(Math.abs(timed.start - truth.start))
  }
  return {
    count: truths.length,
    ...spreadOf(errors),
    missing: 1 - errors.length / truths.length,
  }
}

const spreadOf = (errors) =>
  errors.length === 0
    ? { median: null, p95: null }
    : { median: percentile(errors, 0.5), p95: percentile(errors, 0.95) }

const shareOf = (list, holds) =>
  list.length === 0 ? null : list.filter(holds).length / list.length

const overlap = (a, b) => a.from < b.to && b.from < a.to

function byLine(stretches) {
  const lines = new Map()
  for (const stretch of stretches) {
    if (!lines.has(stretch.line)) lines.set(stretch.line, [])
    lines.get(stretch.line).push(stretch)
  }
  return lines
}
