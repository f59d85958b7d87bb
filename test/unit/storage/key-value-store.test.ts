import { describe, expect, test } from 'vitest'
import { defaultPreferences } from '#state/app-state.ts'
import { createKeyValueStore } from '#storage/key-value-store.ts'
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
