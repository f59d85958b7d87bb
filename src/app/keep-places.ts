import type { CommandContext } from '#commands/command-context.ts'
import type { KeyValueStore } from '#storage/key-value-store.ts'
import { storePosition } from '#storage/stored-positions.ts'

const everySeconds = 5
/** This near to its end a recording has been heard: it starts again from the beginning. */
const heardToTheEnd = 3

/** Remembers where the listener is in the recording, how fast and how loud. */
export function keepPlaces(
  { store, playhead, player }: CommandContext,
  keep: KeyValueStore,
  signal: AbortSignal,
) {
  const keepNow = () => {
    const { recording, playback } = store.getState()
    if (recording.status !== 'open' || recording.duration === 0 || playback.failure) return
    // While it loads (again), the element says 0, which is nobody's place.
    if (player.element.readyState < HTMLMediaElement.HAVE_METADATA) return
    const time = player.element.currentTime
    const isHeard = time > recording.duration - heardToTheEnd
    const { rate, volume } = playback
    storePosition(keep, recording.key, { time: isHeard ? 0 : time, rate, volume })
  }
  const stops = [
    playhead.subscribe(({ time }) => Math.floor(time / everySeconds), keepNow),
    store.subscribe(
      ({ playback }) => `${playback.activity} ${playback.rate} ${playback.volume}`,
      keepNow,
    ),
  ]
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()))
  window.addEventListener('pagehide', keepNow, { signal })
}
