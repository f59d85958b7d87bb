import { describe, expect, test } from 'vitest'
import { defaultPreferences } from '#state/app-state.ts'
import { createAppStore } from '#state/store.ts'

const problem = { code: 'x', severity: 'error', message: 'It could not be opened.' } as const

describe('dialogs', () => {
  test('replace each other: one is open at most', () => {
    const store = createAppStore()
    store.getState().dialogChanged('help')
    store.getState().dialogChanged('settings')
    expect(store.getState().dialog).toBe('settings')
    store.getState().dialogChanged(null)
    expect(store.getState().dialog).toBeNull()
  })

  test('an address that is pasted opens its dialog with it, and the next time it is gone', () => {
    const store = createAppStore()
    store.getState().addressPasted('https://a.example/talk.mp3')
    expect(store.getState()).toMatchObject({
      dialog: 'addresses',
      pastedAddress: 'https://a.example/talk.mp3',
    })
    store.getState().dialogChanged(null)
    store.getState().dialogChanged('addresses')
    expect(store.getState().pastedAddress).toBe('')
  })
})

describe('notices', () => {
  test('the same status twice is two results', () => {
    const store = createAppStore()
    const counts: number[] = []
    store.subscribe(
      ({ notices }) => notices.statusCount,
      (count) => counts.push(count),
    )
    store.getState().statusAnnounced('Copied')
    store.getState().statusAnnounced('Copied')
    expect(counts).toEqual([1, 2])
  })

  test('an alert stays while statuses come, until it is dismissed', () => {
    const store = createAppStore()
    store.getState().alertRaised(problem)
    store.getState().statusAnnounced('Copied')
    expect(store.getState().notices).toMatchObject({ status: 'Copied', alert: problem })
    store.getState().alertDismissed()
    expect(store.getState().notices).toMatchObject({ status: 'Copied', alert: null })
  })
})

describe('preferences', () => {
  test('change one by one, and leave the defaults as they are', () => {
    const store = createAppStore()
    store.getState().preferencesChanged({ theme: 'dark' })
    store.getState().preferencesChanged({ textSize: 1.5 })
    expect(store.getState().preferences).toEqual({
      ...defaultPreferences,
      theme: 'dark',
      textSize: 1.5,
    })
    expect(createAppStore().getState().preferences).toEqual(defaultPreferences)
  })
})

describe('the view of the waveform', () => {
  test('that the listener has moved stays where it is, and another recording shows the whole', () => {
    const store = createAppStore()
    store.getState().viewChanged({ view: { start: 10, end: 20 }, viewFollows: false })
    store.getState().viewChanged({ view: { start: 12, end: 22 } })
    expect(store.getState()).toMatchObject({ view: { start: 12, end: 22 }, viewFollows: false })
    const talk = { name: 'b', key: 'b', address: 'b', sharedAddress: null, duration: 0 }
    store.getState().recordingOpened({ ...talk, seekable: true })
    expect(store.getState()).toMatchObject({ view: null, viewFollows: true })
  })
})
