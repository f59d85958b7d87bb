import { expect, test } from 'vitest'
import type { ScoredBlock } from '#alignment/scoring/acoustic-scorer.ts'
import { createCachingScorer } from '#alignment/scoring/caching-scorer.ts'

function listening() {
  const heard: number[] = []
  let isBroken = false
  const scorer = createCachingScorer({
    concurrency: 1,
    scoreBlock(block) {
      heard.push(block)
      return isBroken
        ? Promise.reject(new Error('no sound'))
        : Promise.resolve({ frames: block } as ScoredBlock)
    },
  })
  return { scorer, heard, break: (value: boolean) => (isBroken = value) }
}

test('a block that has just been scored is not scored again', async () => {
  const { scorer, heard } = listening()
  for (const block of [0, 0, 1, 0, 1]) await scorer.scoreBlock(block)
  expect(heard).toEqual([0, 1])
})

test('only two are remembered, those that were asked for last', async () => {
  const { scorer, heard } = listening()
  for (const block of [0, 1, 0, 2, 0, 1]) await scorer.scoreBlock(block)
  expect(heard).toEqual([0, 1, 2, 1])
})

test('what failed is tried again', async () => {
  const world = listening()
  world.break(true)
  await expect(world.scorer.scoreBlock(3)).rejects.toThrow('no sound')
  world.break(false)
  expect((await world.scorer.scoreBlock(3)).frames).toBe(3)
})
