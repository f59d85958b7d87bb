import type { Line } from './line.ts'
import type { TimingIssueReason } from './transcript.ts'

const fromWorst: readonly TimingIssueReason[] = ['not-heard', 'estimated', 'unclear', 'beside-gap']

/** Why the times of a line may be wrong, or why it has none, for a listener. `null`: nothing speaks against them. */
export function formatIssues({ issues, start }: Pick<Line, 'issues' | 'start'>): string | null {
  if (issues === undefined || issues.length === 0) return null
  const worst = fromWorst.find((reason) => issues.some((issue) => issue.reason === reason))!
  return worst === 'not-heard' && start === null ? 'Not heard in the sound' : sentences[worst]
}

const sentences: Readonly<Record<TimingIssueReason, string>> = {
  'not-heard': 'Some of these words were not heard in the sound',
  unclear: 'Time unsure: the sound is not much like these words',
  'beside-gap': 'Time unsure: words or sound are missing beside it',
  estimated: 'Time estimated: off by seconds',
}
