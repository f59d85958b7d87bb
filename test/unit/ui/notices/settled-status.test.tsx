// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppContext } from '#ui/kit/app-context.ts'
import { Notices } from '#ui/notices/Notices.tsx'
import { openTranscript } from '../../../support/open-transcript.ts'
import { segment, transcript } from '../../../support/transcripts.ts'
import { createViewContext } from '../../../support/view-context.ts'

vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function showNotices() {
  const app = createViewContext()
  render(
    <AppContext value={app}>
      <Notices />
    </AppContext>,
  )
  const { statusAnnounced, searched } = app.store.getState()
  return {
    store: app.store,
    search: (query: string) => searched(query, [], null),
    announce: statusAnnounced,
    status: () => screen.getByRole('status').textContent,
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
  }
}

test('a status is shown at once, for four seconds', async () => {
  const { announce, status, pass } = showNotices()
  act(() => announce('12 matches'))
  expect(status()).toBe('12 matches')
  await pass(3900)
  expect(status()).toBe('12 matches')
  await pass(200)
  expect(status()).toBe('')
})

test('a count of matches goes when something else is searched for', () => {
  const { announce, status, search } = showNotices()
  act(() => announce('12 matches'))
  act(() => search('other'))
  expect(status()).toBe('')
})

test('a status goes when the search is closed, or another recording or transcript is opened', async () => {
  const { announce, status, pass, store, search } = showNotices()
  const { searchOpened, searchClosed, recordingOpened, recordingClosed } = store.getState()
  const recording = { name: 'a.mp3', key: 'a', address: 'a', sharedAddress: null }
  for (const change of [
    () => searchClosed(),
    () => recordingOpened({ ...recording, duration: 9, seekable: true }),
    () => recordingClosed(),
    () => openTranscript(store, transcript([segment('Good evening.', 1, 2)])),
  ]) {
    act(() => {
      searchOpened()
      search('good')
    })
    await pass(1200)
    act(() => announce('12 matches'))
    expect(status()).toBe('12 matches')
    act(() => change())
    expect(status()).toBe('')
  }
})

test('a status that waits for its second is not shown when what it was about is gone', async () => {
  const { announce, status, pass, search } = showNotices()
  act(() => search('good'))
  act(() => announce('40 matches'))
  await pass(100)
  act(() => announce('12 matches'))
  act(() => search('other'))
  await pass(3000)
  expect(status()).toBe('')
})

test('of several within a second the last is shown, when the second is over, and none that is old', async () => {
  const { announce, status, pass } = showNotices()
  act(() => announce('40 matches'))
  await pass(100)
  for (const count of [12, 4, 2]) act(() => announce(`${count} matches`))
  expect(status()).toBe('')
  await pass(850)
  expect(status()).toBe('')
  await pass(100)
  expect(status()).toBe('2 matches')
})

test('the second counts from the moment at which the page shows the status', async () => {
  const { announce, status, pass } = showNotices()
  act(() => {
    announce('40 matches')
    // A busy page delays the commit.
    vi.advanceTimersByTime(600)
  })
  act(() => announce('2 matches'))
  await pass(900)
  expect(status()).toBe('')
  await pass(150)
  expect(status()).toBe('2 matches')
})
