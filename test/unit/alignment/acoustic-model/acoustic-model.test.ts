import { describe, expect, test } from 'vitest'
import {
  loadAcousticModel,
  streams,
  streamWidth,
} from '#alignment/acoustic-model/acoustic-model.ts'
import { modelsOnDisk } from '../../../support/models-on-disk.ts'
import { models } from './models.ts'

describe.each([
  { id: 'en-us', phones: 42, senones: 5126 },
  { id: 'fr-fr', phones: 36, senones: 2108 },
] as const)('the model $id', ({ id, phones, senones }) => {
  const model = models[id]

  test('is as large as its parts say of each other', () => {
    expect(model.triphones.phones).toHaveLength(phones)
    expect(model.triphones.senones).toBe(senones)
    expect(model.weights).toMatchObject({ senones, gaussians: model.gaussians })
    expect(model.weights.steps).toHaveLength(streams * model.gaussians * senones)
    expect(model.heights).toHaveLength(phones * streams * model.gaussians)
    for (const numbers of [model.means, model.precisions]) {
      expect(numbers).toHaveLength(model.heights.length * streamWidth)
    }
    expect([model.stay.length, model.leave.length]).toEqual([3 * phones, 3 * phones])
  })

  test('holds no number that cannot be reckoned with', () => {
    for (const numbers of [model.means, model.precisions, model.heights, model.stay, model.leave]) {
      expect(numbers.every(Number.isFinite)).toBe(true)
    }
    expect(model.precisions.every((precision) => precision > 0)).toBe(true)
  })

  test('either stays in a state or goes on', () => {
    model.stay.forEach((stay, state) =>
      expect(Math.exp(stay) + Math.exp(model.leave[state]!)).toBeCloseTo(1, 5),
    )
  })

  test('weighs the Gaussians of each senone as parts of one', () => {
    const { steps } = model.weights
    const oneStep = 1024 * Math.log(1.0001)
    for (let stream = 0; stream < streams; stream++) {
      for (const senone of [0, 1, 777, senones - 1]) {
        let sum = 0
        for (let gaussian = 0; gaussian < model.gaussians; gaussian++) {
          const at = (stream * model.gaussians + gaussian) * senones + senone
          sum += Math.exp(-oneStep * steps[at]!)
        }
        // A step is a tenth.
        expect(sum).toBeGreaterThan(0.9)
        expect(sum).toBeLessThan(1.2)
      }
    }
  })
})

describe('a model that is broken', () => {
  const names = ['mdef', 'means', 'variances', 'sendump', 'transition_matrices']

  const loadWith = (broken: string, change: (bytes: Uint8Array) => Uint8Array) =>
    loadAcousticModel(
      {
        async read(path) {
          const bytes = await modelsOnDisk.read(path)
          return path === `en-us/${broken}` ? Uint8Array.from(change(bytes)) : bytes
        },
      },
      'en-us',
    )

  test.each(names)('because %s is cut is refused by that name', async (name) => {
    for (const share of [0, 3, 10, 0.3, 0.99]) {
      const change = (bytes: Uint8Array) =>
        bytes.subarray(0, share < 1 ? Math.floor(bytes.length * share) : share)
      await expect(loadWith(name, change).then(() => 'loaded')).rejects.toThrow(name)
    }
  })

  test.each(names)('because %s is a page that says 404 is refused by that name', async (name) => {
    const page = new TextEncoder().encode('<!doctype html><title>404</title>'.repeat(40))
    await expect(loadWith(name, () => page).then(() => 'loaded')).rejects.toThrow(name)
  })

  test.each(names)('because %s is another model’s is refused', async (name) => {
    const french = await modelsOnDisk.read(`fr-fr/${name}`)
    await expect(loadWith(name, () => french).then(() => 'loaded')).rejects.toThrow(
      /mdef|means|the same model/,
    )
  })
})
