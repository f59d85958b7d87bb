import type { CommandContext } from '#commands/command-context.ts'
import { runCommand } from '#commands/commands.ts'
import { seekBy, seekTo } from '#commands/moving.ts'
import { connectMediaSession } from '#media/media-session.ts'

/** Connects media keys, headphones and the lock screen to the commands and the store. */
export function linkMediaSession(app: CommandContext, signal: AbortSignal) {
  const { store, player } = app
  const session = connectMediaSession(
    {
      play: () => player.play(),
      pause: () => player.pause(),
      skip: (direction, seconds) => seekBy(app, direction * (seconds ?? 10)),
      seekTo: (time) => seekTo(app, time),
      previousLine: () => runCommand(app, 'previous-line'),
      nextLine: () => runCommand(app, 'next-line'),
    },
    signal,
  )
  const reportPosition = () => {
    const { recording, playback } = store.getState()
    if (recording.status !== 'open') return
    const { duration } = recording
    session.setPosition({ time: player.element.currentTime, duration, rate: playback.rate })
  }
  const stops = [
    store.subscribe(
      ({ recording }) => (recording.status === 'open' ? recording.name : 'Earshot'),
      (name) => session.describe(name),
    ),
    store.subscribe(
      ({ playback }) => playback.activity,
      (activity) => {
        session.setActivity(activity !== 'paused')
        reportPosition()
      },
    ),
    store.subscribe(({ playback }) => playback.rate, reportPosition),
    store.subscribe(({ recording }) => recording, reportPosition),
  ]
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()))
  return { reportPosition }
}
