import type { CommandContext } from '#commands/command-context.ts'
import type { StoredPositions } from '#storage/stored-positions.ts'

const everySeconds = 5
/** A recording left this close to its end starts again from the beginning, seconds. */
const endMargin = 3

/** Stores the position in the recording, the rate and the volume. */
export function storePositions(
  { store, playhead, player }: CommandContext,
  positions: StoredPositions,
  signal: AbortSignal,
) {
  const writeNow = () => {
    const { recording, playback } = store.getState()
    if (recording.status !== 'open' || recording.duration === 0 || playback.failure) return
    // While the element loads, it reports 0.
    if (player.element.readyState < HTMLMediaElement.HAVE_METADATA) return
    const time = player.element.currentTime
    const isAtEnd = time > recording.duration - endMargin
    const { rate, volume } = playback
    positions.write(recording.key, { time: isAtEnd ? 0 : time, rate, volume })
  }
  const stops = [
    playhead.subscribe(({ time }) => Math.floor(time / everySeconds), writeNow),
    store.subscribe(
      ({ playback }) => `${playback.activity} ${playback.rate} ${playback.volume}`,
      writeNow,
    ),
  ]
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()))
  window.addEventListener('pagehide', writeNow, { signal })
}
