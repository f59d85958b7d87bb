import { expect, test, vi } from 'vitest'
import type { Player } from '#media/player.ts'
import { createAppStore } from '#state/store.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createJumps } from '../../../src/app/jump-in-playback.ts'
import { spoken } from '../../support/transcripts.ts'
import { openTranscript } from '../../support/open-transcript.ts'

/** The seeks while pauses of over a second are skipped. */
function jumpsIn({ script, silences }: { script?: string; silences: TimeRange[] | null }) {
  const store = createAppStore()
  const seek = vi.fn<(time: number) => void>()
  const player = { seek, play: () => {}, element: { seeking: false } } as unknown as Player
  store.getState().preferencesChanged({ skipPauses: true, skipPausesOver: 1 })
  if (script !== undefined) {
    const transcript = spoken(script)
    openTranscript(store, transcript, { name: 'a.vtt', format: 'webvtt' })
  }
  store.getState().silencesReported(silences)
  const { whileRunning } = createJumps({ store, player })
  return (time: number) => {
    seek.mockClear()
    whileRunning(time)
    return seek.mock.lastCall?.[0] ?? null
  }
}

test('a long silence of the sound is skipped, also without a transcript', () => {
  const jump = jumpsIn({ silences: [{ start: 4, end: 8 }] })
  expect(jump(5)).toBeCloseTo(7.7)
  expect(jump(2)).toBeNull()
})

test('a silence is skipped where the transcript has words, too: its times are guesses', () => {
  const jump = jumpsIn({ script: '0 So 9', silences: [{ start: 4, end: 8 }] })
  expect(jump(5)).toBeCloseTo(7.7)
})

test('untranscribed audio is not skipped', () => {
  const script = '0 Good 0.4 | 9 Hello 9.5'
  expect(jumpsIn({ script, silences: [] })(2)).toBeNull()
  expect(jumpsIn({ script, silences: null })(2)).toBeCloseTo(8.7)
})

test('a short silence is not skipped', () => {
  expect(jumpsIn({ silences: [{ start: 4, end: 4.9 }] })(4.4)).toBeNull()
})
