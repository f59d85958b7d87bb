import { describe, expect, test } from 'vitest'
import { defaultPreferences } from '#state/app-state.ts'
import { createKeyValueStore } from '#storage/key-value-store.ts'
import { storePosition, readPosition } from '#storage/stored-positions.ts'
import { storePreferences, readPreferences } from '#storage/preferences.ts'

/** A fake `localStorage` that may fail. */
function fakeStorage(entries: Record<string, string> = {}, { isFull = false } = {}): Storage {
  const entriesByName = new Map(Object.entries(entries))
  return {
    length: entriesByName.size,
    clear: () => entriesByName.clear(),
    key: () => null,
    removeItem: (name) => void entriesByName.delete(name),
    getItem: (name) => entriesByName.get(name) ?? null,
    setItem: (name, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      entriesByName.set(name, value)
    },
  }
}

const forbidden = () => {
  throw new DOMException('no', 'SecurityError')
}

describe('preferences', () => {
  test('come back', () => {
    const storage = fakeStorage()
    storePreferences(
      createKeyValueStore(() => storage),
      { ...defaultPreferences, theme: 'dark' },
    )
    expect(readPreferences(createKeyValueStore(() => storage)).theme).toBe('dark')
  })

  test.each([
    ['nothing', undefined],
    ['no JSON', '{{{'],
    ['another shape', '[1, 2]'],
    ['null', 'null'],
    ['nonsense values', '{"theme":"pink","textSize":900,"__proto__":{"theme":"dark"}}'],
  ])('are the defaults where %s is stored', (_, stored) => {
    const entries = stored === undefined ? {} : { 'earshot.preferences': stored }
    expect(readPreferences(createKeyValueStore(() => fakeStorage(entries)))).toEqual(
      defaultPreferences,
    )
  })

  test.each([
    ['full', () => fakeStorage({}, { isFull: true })],
    ['forbidden', forbidden],
  ])('last as long as the page where the store is %s', (_, open) => {
    const keep = createKeyValueStore(open)
    storePreferences(keep, { ...defaultPreferences, textSize: 1.5 })
    expect(readPreferences(keep).textSize).toBe(1.5)
  })
})

describe('places in recordings', () => {
  const place = { time: 83, rate: 1.5, volume: 0.5 }

  test('come back, each for its recording', () => {
    const keep = createKeyValueStore(() => fakeStorage())
    storePosition(keep, 'a', place)
    storePosition(keep, 'b', { ...place, time: 1 })
    expect(readPosition(keep, 'a')).toEqual(place)
    expect(readPosition(keep, 'c')).toBeNull()
  })

  test('are 200 at most, the oldest goes first', () => {
    const keep = createKeyValueStore(() => fakeStorage())
    for (let at = 0; at < 201; at++) storePosition(keep, `recording ${at}`, place)
    expect(readPosition(keep, 'recording 0')).toBeNull()
    expect(readPosition(keep, 'recording 200')).toEqual(place)
  })

  test('that are invalid are ignored', () => {
    const rubbish =
      '[["a",{"time":-1,"rate":1,"volume":1}],["b"],7,["c",{"time":1,"rate":99,"volume":1}]]'
    const keep = createKeyValueStore(() => fakeStorage({ 'earshot.places': rubbish }))
    for (const name of ['a', 'b', 'c']) expect(readPosition(keep, name)).toBeNull()
  })
})
