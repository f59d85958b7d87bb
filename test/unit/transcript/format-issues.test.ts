import { expect, test } from 'vitest'
import { formatIssues } from '#transcript/format-issues.ts'
import type { TimingIssueReason } from '#transcript/transcript.ts'

const flagged = (...reasons: TimingIssueReason[]) =>
  reasons.map((reason) => ({ from: 0, to: 4, reason }))

test('a line that nothing speaks against has no words about it', () => {
  expect(formatIssues({ start: 1 })).toBeNull()
  expect(formatIssues({ start: 1, issues: [] })).toBeNull()
})

test('the worst issue is the one that is shown', () => {
  expect(formatIssues({ start: 1, issues: flagged('beside-gap', 'unclear') })).toMatch(
    /does not match/,
  )
  expect(formatIssues({ start: 1, issues: flagged('unclear', 'not-heard') })).toMatch(
    /Some of these/,
  )
})

test('a line of which nothing was heard is distinguished from one of which a part was', () => {
  expect(formatIssues({ start: null, issues: flagged('not-heard') })).toBe('Not found in the audio')
})
