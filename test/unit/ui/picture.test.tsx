// @vitest-environment jsdom
import { StrictMode } from 'react'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createPlayer } from '#media/player.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import { Picture } from '#ui/picture/Picture.tsx'
import { SilenceNote } from '#ui/picture/SilenceNote.tsx'
import { createMediaElement } from '../../../src/app/media-element.ts'
import { recordReports } from '../../../src/app/record-reports.ts'
import { createViewContext } from '../../support/view-context.ts'

vi.spyOn(HTMLMediaElement.prototype, 'load').mockImplementation(() => {})
vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {})
const play = vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()

function show() {
  const element = createMediaElement(document)
  const app = createViewContext({ player: createPlayer(element, () => {}) })
  const { store } = app
  const shown = render(
    <StrictMode>
      <AppContext value={app}>
        <Picture />
        <SilenceNote />
      </AppContext>
    </StrictMode>,
  )
  const report = recordReports(store)
  return {
    store,
    element,
    ...shown,
    open: () =>
      act(() =>
        store.getState().recordingOpened({
          name: 'film.webm',
          key: 'film',
          address: 'blob:film',
          sharedAddress: null,
          duration: 4,
          seekable: true,
        }),
      ),
    reportPicture: (picture: { width: number; height: number } | null, hasSound = true) =>
      act(() => report({ kind: 'picture', picture, hasSound })),
  }
}

const isShown = (element: HTMLElement) => element.closest('[hidden]') === null

afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

describe('the picture', () => {
  test('is the one media element of the page, from the start, and unseen without a picture', () => {
    const { element, open, reportPicture } = show()
    expect(document.querySelectorAll('video')).toHaveLength(1)
    expect(document.querySelector('.picture-frame')!.contains(element)).toBe(true)
    expect(isShown(element)).toBe(false)
    open()
    expect(isShown(element)).toBe(false)
    reportPicture({ width: 640, height: 360 })
    expect(isShown(element)).toBe(true)
    reportPicture(null)
    expect(isShown(element)).toBe(false)
  })

  test('goes with its recording', () => {
    const { element, open, reportPicture } = show()
    open()
    reportPicture({ width: 640, height: 360 })
    open()
    expect(isShown(element)).toBe(false)
  })

  test('stays in the page when its view is taken away, so that the sound plays on', () => {
    const { element, unmount } = show()
    unmount()
    expect(element.isConnected).toBe(true)
  })

  test('plays and pauses by a click, once for each', async () => {
    const { element, open, reportPicture } = show()
    open()
    reportPicture({ width: 640, height: 360 })
    play.mockClear()
    await userEvent.setup().click(element)
    expect(play).toHaveBeenCalledOnce()
  })

  test('has a name, and one button', () => {
    const { element, open, reportPicture } = show()
    open()
    reportPicture({ width: 640, height: 360 })
    expect(element.getAttribute('aria-label')).toBe('Picture of the recording')
    expect(element.playsInline).toBe(true)
    expect(screen.getAllByRole('button').map(({ ariaLabel }) => ariaLabel)).toEqual(['Full screen'])
  })

  test('says that a film has no audio', () => {
    const { open, reportPicture } = show()
    open()
    reportPicture({ width: 640, height: 360 })
    expect(screen.queryByText(/no sound/)).toBeNull()
    reportPicture({ width: 640, height: 360 }, false)
    expect(screen.queryByText(/no sound/)).not.toBeNull()
  })
})

test('the same picture reported again changes nothing', () => {
  const { store, open, reportPicture } = show()
  open()
  reportPicture({ width: 640, height: 360 })
  const { recording } = store.getState()
  reportPicture({ width: 640, height: 360 })
  expect(store.getState().recording).toBe(recording)
})
