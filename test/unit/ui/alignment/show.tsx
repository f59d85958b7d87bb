import { act, render } from '@testing-library/react'
import { StrictMode } from 'react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { dispatchAlignment } from '#session/alignment/alignment-machine.ts'
import type { Alignments } from '#session/alignment/alignments.ts'
import type { ModelNeed } from '#session/alignment/speech-models.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { AppContext } from '#ui/kit/app-context.ts'
import { openTranscript } from '../../../support/open-transcript.ts'
import { createViewContext } from '../../../support/view-context.ts'

interface World {
  /** `null`: no transcript is open. */
  readonly text?: Transcript | null
  /** Seconds; `null`: no recording is open. */
  readonly duration?: number | null
  readonly format?: string
  readonly need?: ModelNeed
}

/** A view over a real store and commands; the alignments, which ask a worker, and the network are fakes. */
export async function show(view: ReactNode, world: World = {}) {
  const { text = null, duration = 600, format = 'plain-text' } = world
  const alignments: Alignments = {
    begin: vi.fn(),
    stop: vi.fn(),
    resume: vi.fn(),
    dismiss: vi.fn(() => dispatchAlignment(store, { type: 'dismissed', paused: null })),
    acceptTiming: vi.fn(),
    undoTiming: vi.fn(),
    setLineStart: vi.fn(),
    removeAnchor: vi.fn(),
    dispose: vi.fn(),
  }
  const need = vi.fn(() => Promise.resolve(world.need ?? { bytes: 5_100_000, isStored: false }))
  const app = createViewContext({
    alignments,
    speechModels: {
      need,
      storedBytes: () => Promise.resolve(0),
      clear: () => Promise.resolve(true),
    },
  })
  const { store } = app
  const state = store.getState()
  if (duration !== null) {
    state.recordingOpened({
      name: 'talk.mp3',
      key: 'talk',
      address: 'blob:talk',
      sharedAddress: null,
      duration,
      seekable: true,
    })
  }
  if (text !== null) {
    openTranscript(store, text, { name: 'talk.txt', format })
  }
  const shown = render(
    <StrictMode>
      <AppContext value={app}>{view}</AppContext>
    </StrictMode>,
  )
  // The size of the model arrives a moment later.
  await act(() => Promise.resolve())
  return { app, store, alignments, need, ...shown }
}
