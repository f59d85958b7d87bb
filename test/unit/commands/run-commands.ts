import { vi } from 'vitest'
import type { CommandContext } from '#commands/command-context.ts'
import { runCommand } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { noOrigin } from '#commands/command.ts'
import type { CommandOrigin } from '#commands/command.ts'
import { createUiRequests } from '#commands/ui-requests.ts'
import type { Player } from '#media/player.ts'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { openTranscript } from '../../support/open-transcript.ts'

/** Real stores and commands with a fake player that only changes its time. A recording of a minute is open, and a transcript if given. */
export function startCommands({
  transcript,
  time = 0,
}: { transcript?: Transcript; time?: number } = {}) {
  const store = createAppStore()
  const playhead = createPlayheadStore(store)
  const element = { currentTime: time, paused: true, muted: false, playbackRate: 1 }
  const player = {
    element,
    play: vi.fn(() => (element.paused = false)),
    pause: vi.fn(() => (element.paused = true)),
    seek(next: number) {
      element.currentTime = next
      playhead.getState().playheadJumped(next)
    },
    setRate: (rate: number) => (element.playbackRate = rate),
    setMuted: (muted: boolean) => (element.muted = muted),
  }
  const uiRequests = createUiRequests()
  const requests: unknown[] = []
  const { signal } = new AbortController()
  for (const kind of ['focus-line', 'show-line'] as const) {
    uiRequests.on(kind, ({ line }) => requests.push([kind, line]), signal)
  }
  for (const kind of ['focus-play', 'focus-search'] as const) {
    uiRequests.on(kind, () => requests.push([kind]), signal)
  }
  const context = {
    store,
    playhead,
    player: player as unknown as Player,
    uiRequests,
  } as CommandContext
  const state = store.getState()
  state.recordingOpened({
    name: 'Talk',
    key: 'talk',
    address: 'talk.mp3',
    sharedAddress: null,
    duration: 60,
    seekable: true,
  })
  if (transcript) {
    state.preferencesChanged({ grouping: 'segments' })
    openTranscript(store, transcript, { name: 'talk.vtt', format: 'webvtt' })
  }
  player.seek(time)
  return {
    context,
    store,
    player,
    element,
    requests,
    run: (id: CommandId, origin: Partial<CommandOrigin> = {}) =>
      runCommand(context, id, { ...noOrigin, ...origin }),
    status: () => store.getState().notices.status,
  }
}
