// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { SpeechModels } from '#session/alignment/speech-models.ts'
import type { ViewContext } from '#ui/kit/app-context.ts'
import { createAppStore } from '#state/store.ts'
import type { AppStore } from '#state/store.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import type { WaveformKeeping } from '#ui/settings/StoredWaveformsRow.tsx'
import { SettingsDialog } from '#ui/settings/SettingsDialog.tsx'
import { formatUsage } from '#ui/settings/format-usage.ts'
import type { WaveformUsage } from '#ui/settings/format-usage.ts'

// jsdom has no modal dialogs.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false
  }
})
afterEach(cleanup)

function openSettings(
  kept: WaveformKeeping = keepingOf(0),
  speechModels: SpeechModels = modelsOf(0),
): AppStore {
  const store = createAppStore()
  const app = { store, speechModels } as ViewContext
  render(
    <StrictMode>
      <AppContext value={app}>
        <SettingsDialog storedWaveforms={kept} />
      </AppContext>
    </StrictMode>,
  )
  return store
}

function keepingOf(recordings: number, { refuses = false } = {}) {
  let left = recordings
  const keeping = {
    usage: () => Promise.resolve({ recordings: left, bytes: left * 2_800_000 }),
    clear: vi.fn(() => {
      if (!refuses) left = 0
      return Promise.resolve(!refuses)
    }),
  }
  return keeping satisfies WaveformKeeping
}

function modelsOf(bytes: number): SpeechModels {
  let left = bytes
  return {
    need: () => Promise.resolve(null),
    keptBytes: () => Promise.resolve(left),
    clear: vi.fn(() => {
      left = 0
      return Promise.resolve(true)
    }),
  }
}

const forget = () => screen.getByRole('button', { name: 'Forget them' })
const press = (element: HTMLElement) => userEvent.setup().click(element)

/** A browser that counts until it is told to have finished. */
function slowKeeping() {
  let finish: ((usage: WaveformUsage) => void) | null = null
  const counting = new Promise<WaveformUsage>((resolve) => (finish = resolve))
  const kept: WaveformKeeping = { ...keepingOf(0), usage: () => counting }
  return { kept, finish: (usage: WaveformUsage) => act(async () => finish?.(usage)) }
}

describe('the settings', () => {
  test('let waveforms be remembered, or not', async () => {
    const store = openSettings()
    const box = screen.getByRole('checkbox', { name: /Remember waveforms on this computer/ })
    expect(box).toHaveProperty('checked', true)
    await press(box)
    expect(store.getState().preferences.keepPeaks).toBe(false)
  })

  test('hold the place of the line while the browser counts what is kept', async () => {
    const { kept, finish } = slowKeeping()
    openSettings(kept)
    const elements = document.querySelectorAll('*').length
    expect(forget().getAttribute('aria-disabled')).toBe('true')
    await finish({ recordings: 12, bytes: 34_000_000 })
    expect(screen.getByText('Waveforms of 12 recordings are kept (34 MB).')).not.toBeNull()
    expect(document.querySelectorAll('*')).toHaveLength(elements)
  })

  test('forget what is kept at a press, say so, and leave the focus on the button', async () => {
    const keeping = keepingOf(12)
    openSettings(keeping)
    await screen.findByText(/12 recordings/)
    await press(forget())
    expect(keeping.clear).toHaveBeenCalledOnce()
    await screen.findByText('No waveforms are kept.')
    expect(forget().parentElement?.textContent).toContain('Done.')
    expect(document.activeElement).toBe(forget())
    await press(forget())
    expect(keeping.clear).toHaveBeenCalledOnce()
  })

  test('say what to do when the browser does not forget', async () => {
    openSettings(keepingOf(12, { refuses: true }))
    await screen.findByText(/12 recordings/)
    await press(forget())
    await screen.findByText(/clear the data of this site/)
    expect(screen.getByText(/12 recordings/)).not.toBeNull()
  })

  test('let words be looked for without being asked', async () => {
    const store = openSettings()
    await press(screen.getByRole('checkbox', { name: /Find the words by itself/ }))
    expect(store.getState().preferences.findWordsByItself).toBe(true)
  })

  test('say how much room the speech models take, and remove them at a press', async () => {
    const models = modelsOf(41_200_000)
    openSettings(keepingOf(0), models)
    await screen.findByText('Speech models are on this computer (42 MB).')
    await press(screen.getByRole('button', { name: 'Remove them' }))
    await screen.findByText('No speech models are on this computer.')
    expect(models.clear).toHaveBeenCalledOnce()
  })

  test('that are closed while the browser counts leave nothing behind', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { kept, finish } = slowKeeping()
    openSettings(kept)
    cleanup()
    await finish({ recordings: 1, bytes: 1 })
    expect(complaints).not.toHaveBeenCalled()
    complaints.mockRestore()
  })
})

test.each([
  [0, 0, 'No waveforms are kept.'],
  [1, 340_200, 'The waveform of 1 recording is kept (341 kB).'],
  [1200, 199_600_000, 'Waveforms of 1,200 recordings are kept (200 MB).'],
])('%i recordings of %i bytes are "%s"', (recordings, bytes, sentence) => {
  expect(formatUsage({ recordings, bytes })).toBe(sentence)
})
