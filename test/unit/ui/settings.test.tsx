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
import type { PositionsToDelete } from '../../../src/ui/settings/StoredPositionsRow.tsx'
import type { StoredWaveforms } from '#ui/settings/StoredWaveformsRow.tsx'
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
  stored: StoredWaveforms = waveformsOf(0),
  speechModels: SpeechModels = modelsOf(0),
  positions: PositionsToDelete = { count: () => 0, clear: () => {} },
): AppStore {
  const store = createAppStore()
  const app = { store, speechModels } as ViewContext
  render(
    <StrictMode>
      <AppContext value={app}>
        <SettingsDialog stored={{ waveforms: stored, positions }} />
      </AppContext>
    </StrictMode>,
  )
  return store
}

function waveformsOf(recordings: number, { refuses = false } = {}) {
  let left = recordings
  const waveforms = {
    usage: () => Promise.resolve({ recordings: left, bytes: left * 2_800_000 }),
    clear: vi.fn(() => {
      if (!refuses) left = 0
      return Promise.resolve(!refuses)
    }),
  }
  return waveforms satisfies StoredWaveforms
}

function modelsOf(bytes: number): SpeechModels {
  let left = bytes
  return {
    need: () => Promise.resolve(null),
    storedBytes: () => Promise.resolve(left),
    clear: vi.fn(() => {
      left = 0
      return Promise.resolve(true)
    }),
  }
}

const deleteButton = () => screen.getByRole('button', { name: 'Delete waveforms' })
const press = (element: HTMLElement) => userEvent.setup().click(element)

/** A browser that counts until `finish` is called. */
function slowStorage() {
  let finish: ((usage: WaveformUsage) => void) | null = null
  const counting = new Promise<WaveformUsage>((resolve) => (finish = resolve))
  const stored: StoredWaveforms = { ...waveformsOf(0), usage: () => counting }
  return { stored, finish: (usage: WaveformUsage) => act(async () => finish?.(usage)) }
}

describe('the settings', () => {
  test('say how many positions are stored, and delete them', async () => {
    let count = 2
    openSettings(waveformsOf(0), modelsOf(0), { count: () => count, clear: () => (count = 0) })
    await screen.findByText('Your positions in 2 recordings are stored.')
    await press(screen.getByRole('button', { name: 'Delete positions' }))
    await screen.findByText('No positions are stored.')
    expect(count).toBe(0)
  })

  test('turn the storage of waveforms on and off', async () => {
    const store = openSettings()
    const box = screen.getByRole('checkbox', { name: /Store waveforms on this computer/ })
    expect(box).toHaveProperty('checked', true)
    await press(box)
    expect(store.getState().preferences.keepPeaks).toBe(false)
  })

  test('reserve the height of the row while the browser counts', async () => {
    const { stored, finish } = slowStorage()
    openSettings(stored)
    const elements = document.querySelectorAll('*').length
    expect(deleteButton().getAttribute('aria-disabled')).toBe('true')
    await finish({ recordings: 12, bytes: 34_000_000 })
    expect(screen.getByText('Waveforms of 12 recordings are stored (34 MB).')).not.toBeNull()
    expect(document.querySelectorAll('*')).toHaveLength(elements)
  })

  test('delete the waveforms, say so, and leave focus on the button', async () => {
    const waveforms = waveformsOf(12)
    openSettings(waveforms)
    await screen.findByText(/12 recordings/)
    await press(deleteButton())
    expect(waveforms.clear).toHaveBeenCalledOnce()
    await screen.findByText('No waveforms are stored.')
    expect(deleteButton().parentElement?.textContent).toContain('Done.')
    expect(document.activeElement).toBe(deleteButton())
    await press(deleteButton())
    expect(waveforms.clear).toHaveBeenCalledOnce()
  })

  test('say what to do when the browser does not delete', async () => {
    openSettings(waveformsOf(12, { refuses: true }))
    await screen.findByText(/12 recordings/)
    await press(deleteButton())
    await screen.findByText(/clear the data of this site/)
    expect(screen.getByText(/12 recordings/)).not.toBeNull()
  })

  test('turn on the automatic search for words', async () => {
    const store = openSettings()
    await press(screen.getByRole('checkbox', { name: /Find the words automatically/ }))
    expect(store.getState().preferences.findWordsByItself).toBe(true)
  })

  test('show the size of the speech models, and delete them', async () => {
    const models = modelsOf(41_200_000)
    openSettings(waveformsOf(0), models)
    await screen.findByText('Speech models are stored (42 MB).')
    await press(screen.getByRole('button', { name: 'Delete speech models' }))
    await screen.findByText('No speech models are stored.')
    expect(models.clear).toHaveBeenCalledOnce()
  })

  test('can be closed while the browser counts', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { stored, finish } = slowStorage()
    openSettings(stored)
    cleanup()
    await finish({ recordings: 1, bytes: 1 })
    expect(complaints).not.toHaveBeenCalled()
    complaints.mockRestore()
  })
})

test.each([
  [0, 0, 'No waveforms are stored.'],
  [1, 340_200, 'The waveform of 1 recording is stored (341 kB).'],
  [1200, 199_600_000, 'Waveforms of 1,200 recordings are stored (200 MB).'],
])('%i recordings of %i bytes are "%s"', (recordings, bytes, sentence) => {
  expect(formatUsage({ recordings, bytes })).toBe(sentence)
})
