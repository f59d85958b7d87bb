import type { Line } from './line.ts'
import type { TimingIssueReason } from './transcript.ts'

const fromWorst: readonly TimingIssueReason[] = ['not-heard', 'estimated', 'unclear', 'beside-gap']

/** Why the times of a line may be wrong, or why it has none, for a listener. `null`: nothing speaks against them. */
export function formatIssues({ issues, start }: Pick<Line, 'issues' | 'start'>): string | null {
  if (issues === undefined || issues.length === 0) return null
  const worst = fromWorst.find((reason) => issues.some((issue) => issue.reason === reason))!
  return worst === 'not-heard' && start === null ? 'Not found in the audio' : sentences[worst]
}

const sentences: Readonly<Record<TimingIssueReason, string>> = {
  'not-heard': 'Some of these words were not found in the audio',
  unclear: 'Timing uncertain: the audio does not match these words well',
  'beside-gap': 'Timing uncertain: text and audio differ nearby',
  estimated: 'Time estimated: it may be off by seconds',
}
