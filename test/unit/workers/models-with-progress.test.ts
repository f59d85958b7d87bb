import { afterEach, expect, test, vi } from 'vitest'
import { createModelsWithProgress } from '#workers/models-with-progress.ts'

/** The files of a build; their addresses state their length. */
vi.mock('virtual:speech-files', () => {
  const file = (bytes: number) => ({ address: `speech/${bytes}`, bytes, unpackedBytes: bytes })
  return {
    speechFiles: { 'en-us/means': file(60), 'en-us/mdef': file(20), 'fr-fr/mdef': file(500) },
  }
})

function serve(answer: (address: string) => Response) {
  vi.stubGlobal('fetch', async (address: string) => answer(address))
}
const asManyAsAddressed = (address: string) =>
  new Response(new Uint8Array(Number(address.split('/').at(-1))))

function load(parts: readonly string[]) {
  const progress: number[] = []
  const models = createModelsWithProgress({
    base: 'https://a.example/',
    parts,
    onLoading: (share) => void progress.push(share),
  })
  return { models, progress }
}

afterEach(() => vi.unstubAllGlobals())

test('progress is the share of the bytes of all parts', async () => {
  serve(asManyAsAddressed)
  const { models, progress } = load(['en-us'])
  await models.read('en-us/means')
  expect(progress.at(-1)).toBe(0.75)
  await models.read('en-us/mdef')
  expect(progress.at(-1)).toBe(1)
})

test('progress is not above 1, whatever else is read', async () => {
  serve(asManyAsAddressed)
  const { models, progress } = load(['en-us/means', 'en-us/mdef'])
  await models.read('fr-fr/mdef')
  expect(progress.at(-1)).toBe(1)
})

test('a model that the server does not have rejects', async () => {
  serve(() => new Response(null, { status: 404 }))
  const { models } = load(['en-us'])
  await expect(models.read('en-us/means')).rejects.toThrow('Reload the page')
})
