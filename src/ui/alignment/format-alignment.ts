import type {
  AlignmentGoal,
  AlignmentResult,
  AlignmentTask,
  DriftedLine,
} from '#state/alignment.ts'
import { hasTimingIssues } from '#transcript/line.ts'
import type { Line } from '#transcript/line.ts'
import { formatClockTime } from '#transcript/format-time.ts'

/** The activity of a task, to stand before a colon or as a label. */
export const describeActivity = ({ goal, part }: AlignmentTask): string =>
  part ? 'Finding the words around the anchor' : activities[goal]

const activities: Readonly<Record<AlignmentGoal, string>> = {
  words: 'Finding the words in the sound',
  'word-times': 'Finding the word times',
  check: 'Comparing the times with the sound',
  draft: 'Writing a draft',
}

export const formatPosition = ({
  heardUntil,
  duration,
}: {
  heardUntil: number
  duration: number
}) => `${formatClockTime(heardUntil)} of ${formatClockTime(duration)}`

/** `about 3 minutes left`, rounded up. `seconds`: `null` until there is an estimate. */
export function formatTimeLeft(seconds: number | null): string | null {
  if (seconds === null) return null
  if (seconds < 50) return 'less than a minute left'
  return `about ${formatMinutes(seconds)} left`
}

/** `3 minutes`, `1 hour 10 minutes`: at least one minute, rounded up. */
export function formatMinutes(seconds: number): string {
  const all = Math.max(1, Math.ceil(seconds / 60))
  const [hours, minutes] = [Math.floor(all / 60), all % 60]
  return [hours > 0 ? count(hours, 'hour') : '', minutes > 0 ? count(minutes, 'minute') : '']
    .filter(Boolean)
    .join(' ')
}

/** `isPart`: only the words around an anchor were aligned. `lines`: with their new times. */
export function formatResult(
  result: AlignmentResult,
  { isPart, lines }: { isPart: boolean; lines: readonly Line[] },
): string {
  if (result.kind === 'drafted')
    return `The draft has ${count(result.words, 'word')}. Names and rare words may be wrong.`
  if (result.kind === 'compared') return formatComparison(result, lines)
  if (result.method === 'estimated')
    return 'There is no speech model for this language. The times are estimated, and off by seconds.'
  const found = result.sure + result.unsure
  const all = found + result.notHeard
  if (isPart) return formatPart(result.notHeard, all)
  const words =
    result.notHeard === 0
      ? `${all === 1 ? 'The word was' : `All ${formatNumber(all)} words were`} found`
      : `${formatNumber(found)} of ${count(all, 'word')} found`
  const rest = formatLinesWithIssues(lines)
  return rest === '' ? `${words}.` : `${words}; ${rest}.`
}

/** Counts only the words of the part; unsure lines elsewhere have not changed. */
const formatPart = (notHeard: number, all: number) =>
  notHeard === 0
    ? `Around the anchor, ${all === 1 ? 'the word was' : `all ${formatNumber(all)} words were`} found.`
    : `Around the anchor, ${formatNumber(notHeard)} of ${count(all, 'word')} ${notHeard === 1 ? 'was' : 'were'} not found.`

function formatLinesWithIssues(lines: readonly Line[]): string {
  const withIssues = lines.filter(hasTimingIssues)
  const notHeard = withIssues.filter(({ start }) => start === null).length
  const unsure = withIssues.length - notHeard
  return [
    unsure > 0 ? `${count(unsure, 'line')} unsure` : '',
    notHeard > 0 ? `${count(notHeard, 'line')} not heard` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

function formatComparison(
  { off, compared, notHeard }: Extract<AlignmentResult, { kind: 'compared' }>,
  lines: readonly Line[],
): string {
  if (compared === 0) return 'No line could be compared, because none was found with certainty.'
  if (off.length === 0)
    return `The timing is right: none of ${count(compared, 'line')} begins more than half a second away from where it is heard.`
  const farthest = off.reduce((far, line) => (Math.abs(line.by) > Math.abs(far.by) ? line : far))
  const start = lines[farthest.line]?.start ?? null
  const place = start === null ? '' : `, at ${formatClockTime(start)}`
  const [begin, are] = off.length === 1 ? ['begins', 'it is'] : ['begin', 'they are']
  return `${formatNumber(off.length)} of ${count(compared, 'line')} ${begin} more than half a second away from where ${are} heard; the farthest is ${formatDrift(farthest)}${place}.${formatLoss(notHeard)}`
}

/** The lines that would lose their time if the new times were accepted. */
const formatLoss = (lines: number) =>
  lines === 0
    ? ''
    : ` ${count(lines, 'line')} ${lines === 1 ? 'was' : 'were'} not heard, and would have no time.`

/** The offset of a written time from the audio: `4.2 s late`. */
export const formatDrift = ({ by }: DriftedLine) =>
  `${Math.abs(by).toFixed(1)} s ${by < 0 ? 'late' : 'early'}`

/** `5 MB`, `36 MB`; at least 1 MB. */
export const formatBytes = (bytes: number) => `${Math.max(1, Math.round(bytes / 1e6))} MB`

const formatNumber = (value: number) => value.toLocaleString('en')
const count = (value: number, unit: string) =>
  `${formatNumber(value)} ${unit}${value === 1 ? '' : 's'}`
