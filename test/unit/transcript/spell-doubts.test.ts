import { expect, test } from 'vitest'
import { spellDoubts } from '#transcript/spell-doubts.ts'
import type { DoubtReason } from '#transcript/transcript.ts'

const doubted = (...reasons: DoubtReason[]) => reasons.map((reason) => ({ from: 0, to: 4, reason }))

test('a line that nothing speaks against has no words about it', () => {
  expect(spellDoubts({ start: 1 })).toBeNull()
  expect(spellDoubts({ start: 1, doubts: [] })).toBeNull()
})

test('the worst doubt is the one that is told', () => {
  expect(spellDoubts({ start: 1, doubts: doubted('beside-gap', 'unclear') })).toMatch(
    /not much like/,
  )
  expect(spellDoubts({ start: 1, doubts: doubted('unclear', 'not-heard') })).toMatch(
    /Some of these/,
  )
})

test('a line of which nothing was heard is told from one of which a part was', () => {
  expect(spellDoubts({ start: null, doubts: doubted('not-heard') })).toBe('Not heard in the sound')
})
