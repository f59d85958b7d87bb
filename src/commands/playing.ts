import { fastestRate, slowestRate } from '#media/player.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommands, isRecordingOpen, hasTiming } from './command.ts'
import type { CommandOrigin } from './command.ts'
import { seekBy, seekTo } from './moving.ts'

const rates = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3]

export const playingCommands = defineCommands([
  {
    id: 'play-pause',
    label: 'Play or pause',
    help: 'Play or pause',
    group: 'Play',
    keys: [
      { key: 'K', on: 'anywhere' },
      { key: ' ', on: 'page' },
      { key: ' ', on: 'slider' },
      { key: 'F4', on: 'always' },
    ],
    isPossible: isRecordingOpen,
    run: togglePlaying,
  },
  skip('back-10', 'Back 10 seconds', -10, [
    { key: 'J', on: 'anywhere' },
    { key: 'F2', on: 'always' },
  ]),
  skip('forward-10', 'Forward 10 seconds', 10, [
    { key: 'L', on: 'anywhere' },
    { key: 'F8', on: 'always' },
  ]),
  skip('back-5', 'Back 5 seconds', -5, [
    { key: 'ArrowLeft', on: 'anywhere' },
    { key: 'ArrowLeft', on: 'slider' },
    { key: 'ArrowDown', on: 'slider' },
    { key: 'ArrowLeft', on: 'time' },
  ]),
  skip('forward-5', 'Forward 5 seconds', 5, [
    { key: 'ArrowRight', on: 'anywhere' },
    { key: 'ArrowRight', on: 'slider' },
    { key: 'ArrowUp', on: 'slider' },
    { key: 'ArrowRight', on: 'time' },
  ]),
  skip('back-1', 'Back 1 second', -1, [
    { key: 'Shift+ArrowLeft', on: 'slider' },
    { key: 'Shift+ArrowLeft', on: 'time' },
  ]),
  skip('forward-1', 'Forward 1 second', 1, [
    { key: 'Shift+ArrowRight', on: 'slider' },
    { key: 'Shift+ArrowRight', on: 'time' },
  ]),
  skip('forward-30', 'Forward 30 seconds', 30, [{ key: 'PageUp', on: 'slider' }]),
  skip('back-30', 'Back 30 seconds', -30, [{ key: 'PageDown', on: 'slider' }]),
  {
    id: 'to-start',
    label: 'Go to start',
    help: 'Go to the start of the recording',
    group: 'Move',
    keys: [{ key: 'Home', on: 'slider' }],
    isPossible: isRecordingOpen,
    run: (context) => seekTo(context, 0),
  },
  {
    id: 'to-end',
    label: 'Go to end',
    help: 'Go to the end of the recording',
    group: 'Move',
    keys: [{ key: 'End', on: 'slider' }],
    isPossible: isRecordingOpen,
    run: (context) => seekTo(context, duration(context)),
  },
  ...([0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map(toTenth),
  {
    id: 'slower',
    label: 'Play slower',
    help: 'Play slower; the pitch stays',
    group: 'Play',
    keys: [{ key: '<', on: 'anywhere' }],
    repeats: true,
    run: (context) => stepRate(context, -1),
  },
  {
    id: 'faster',
    label: 'Play faster',
    help: 'Play faster; the pitch stays',
    group: 'Play',
    keys: [{ key: '>', on: 'anywhere' }],
    repeats: true,
    run: (context) => stepRate(context, 1),
  },
  {
    id: 'normal-speed',
    label: 'Play at normal speed',
    help: 'Play at the recorded speed',
    group: 'Play',
    keys: [{ key: '=', on: 'anywhere' }],
    run: (context) => changeRate(context, 1),
  },
  {
    id: 'mute',
    label: 'Mute',
    help: 'Mute or unmute the sound',
    group: 'Play',
    keys: [{ key: 'M', on: 'anywhere' }],
    run: ({ store, player }) => {
      const mutes = !player.element.muted
      player.setMuted(mutes)
      store.getState().statusAnnounced(mutes ? 'Muted' : 'Sound on')
    },
  },
  {
    id: 'skip-pauses',
    label: 'Skip pauses',
    help: 'Skip long pauses, or play them again',
    group: 'Repeat and skip',
    keys: [{ key: 'P', on: 'anywhere' }],
    isPossible: hasTiming,
    run: ({ store }) => {
      const { preferences, preferencesChanged, statusAnnounced } = store.getState()
      const skipPauses = !preferences.skipPauses
      preferencesChanged({ skipPauses })
      statusAnnounced(
        skipPauses
          ? `Pauses over ${preferences.skipPausesOver} seconds are skipped`
          : 'Pauses are played',
      )
    },
  },
])

// Keys may come faster than the element's reports of what they did: here the element itself is asked.

function togglePlaying({ player }: CommandContext) {
  if (player.element.paused) player.play()
  else player.pause()
}

export function changeRate({ store, player }: CommandContext, rate: number) {
  player.setRate(rate)
  const given = Math.min(fastestRate, Math.max(slowestRate, rate))
  store.getState().statusAnnounced(`Speed ${given}`)
}

function stepRate(context: CommandContext, direction: -1 | 1) {
  const rate = context.player.element.playbackRate
  const next =
    direction > 0
      ? rates.find((step) => step > rate + 0.001)
      : rates.findLast((step) => step < rate - 0.001)
  if (next === undefined) {
    context.store
      .getState()
      .statusAnnounced(`Speed ${rate} is the ${direction > 0 ? 'fast' : 'slow'}est`)
  } else changeRate(context, next)
}

function duration({ store }: CommandContext): number {
  const { recording } = store.getState()
  return recording.status === 'open' ? recording.duration : 0
}

function toTenth<Tenth extends number>(tenth: Tenth) {
  return {
    id: `to-tenth-${tenth}` as const,
    label: tenth === 0 ? 'Go to start, by number' : `Go to ${tenth} tenths`,
    help: `Go to ${tenth * 10} % of the recording`,
    group: 'Move' as const,
    keys: [{ key: String(tenth), on: 'slider' as const }],
    isPossible: isRecordingOpen,
    run: (context: CommandContext) => seekTo(context, (duration(context) * tenth) / 10),
  }
}

function skip<Id extends string>(
  id: Id,
  label: string,
  seconds: number,
  keys: { key: string; on: 'anywhere' | 'always' | 'slider' | 'time' }[],
) {
  return {
    id,
    label,
    help: `Go ${Math.abs(seconds)} s ${seconds < 0 ? 'back' : 'forward'}`,
    group: 'Move' as const,
    keys,
    repeats: true as const,
    isPossible: isRecordingOpen,
    run: (context: CommandContext, { place }: CommandOrigin) => {
      const { followChanged, follow } = context.store.getState()
      if (place === 'slider' && follow === 'suspended') followChanged('following')
      seekBy(context, seconds)
    },
  }
}
