import { freezeMediaState } from './frozen-media-state.ts'
import { roundSeek } from './seek-rounding.ts'

/** `refused`: the new source does not play here; the old one was restored. */
export type SwapOutcome = 'moved' | 'refused'

export interface SourceSwap {
  /** Seconds. Requests during the swap take effect as soon as the element can follow them. */
  seek(time: number): void
  play(): void
  pause(): void
  /** Ends the swap at any stage, because another recording is loaded. */
  cancel(): void
}

export interface SwapOptions {
  /** The time to seek to in the new source, and in the old one if the new source does not play. Seconds. */
  readonly time: number
  readonly timeBefore: number
  readonly old: string
  readonly address: string
  /** Of the new source, seconds; `null` if unknown. */
  readonly duration: number | null
  /** Starts playback as the player does, with its handling of failures. */
  readonly start: () => void
  readonly onSettled: (outcome: SwapOutcome) => void
}

/** For a source to load its metadata, then for the seek to finish. Milliseconds. */
const timeoutMs = 5000
/** The most by which browsers misreport the duration of a file, seconds. */
const durationTolerance = 1

/**
 * Replaces the source of the element by another one of the same recording, at the same time; playback continues. The
 * state of the element is frozen until the seek has finished. The gap in Chromium 156, from File to File, while playing:
 * 45–80 ms for an MP4 of one hour, 105–190 ms for ten hours. (Neither a second element that has opened the address
 * before, nor `#t=` in the address, makes it shorter.)
 */
export function beginSourceSwap(element: HTMLMediaElement, options: SwapOptions): SourceSwap {
  const { address, old, start, onSettled } = options
  // WebKitGTK 2.50 sometimes fails to open a file, or reports a wrong duration, and succeeds at the second attempt.
  const addresses = [address, address, old]
  let attempt = 0
  let time = options.time
  let wasSought = false
  /** Whether the seek in the current source has begun. */
  let hasBegunSeek = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const { currentTime, duration } = element
  const isPlaying = !element.paused && !element.ended
  const frozen = freezeMediaState(
    element,
    {
      currentTime: time,
      duration,
      paused: !isPlaying,
      ended: false,
      seeking: false,
      readyState: HTMLMediaElement.HAVE_ENOUGH_DATA,
    },
    { onEvent, seek },
  )
  const { shown, actual } = frozen

  function seek(wanted: number) {
    time = wanted
    wasSought = true
    shown.currentTime = roundSeek(shown.duration, wanted)
    if (hasBegunSeek) actual.currentTime = roundSeek(actual.duration, wanted)
    frozen.dispatch('seeking')
  }

  function load() {
    clearTimeout(timer)
    timer = setTimeout(onTimeout, timeoutMs)
    hasBegunSeek = false
    element.src = addresses[attempt]!
  }

  const isOldSource = () => attempt === addresses.length - 1

  function loadNext() {
    attempt++
    if (isOldSource() && !wasSought) time = options.timeBefore
    load()
  }

  function onTimeout() {
    if (hasBegunSeek || isOldSource()) settle()
    else loadNext()
  }

  function onEvent({ type }: Event) {
    if (type === 'error' || (type === 'loadedmetadata' && isOtherRecording())) {
      if (isOldSource()) settle()
      else loadNext()
    } else if (type === 'loadedmetadata') {
      actual.currentTime = roundSeek(actual.duration, time)
      hasBegunSeek = true
      if (!shown.paused) start()
    } else if (isInPlace()) settle()
  }

  function isOtherRecording() {
    const { duration } = options
    return (
      !isOldSource() &&
      duration !== null &&
      !(Math.abs(actual.duration - duration) < durationTolerance)
    )
  }

  function isInPlace() {
    const { HAVE_CURRENT_DATA, HAVE_FUTURE_DATA } = HTMLMediaElement
    const needed = shown.paused ? HAVE_CURRENT_DATA : HAVE_FUTURE_DATA
    return (
      hasBegunSeek &&
      !actual.seeking &&
      actual.readyState >= needed &&
      actual.paused === shown.paused
    )
  }

  function settle() {
    clearTimeout(timer)
    frozen.release()
    // Listeners did not see these events of the new source.
    for (const event of ['durationchange', 'seeked']) element.dispatchEvent(new Event(event))
    onSettled(isOldSource() ? 'refused' : 'moved')
  }

  load()
  if (time !== currentTime) frozen.dispatch('seeking')
  return {
    seek,
    play() {
      shown.paused = false
      frozen.dispatch('play')
      if (hasBegunSeek) start()
    },
    pause() {
      shown.paused = true
      element.pause()
      frozen.dispatch('pause')
      if (isInPlace()) settle()
    },
    cancel() {
      clearTimeout(timer)
      frozen.release()
    },
  }
}
