import { useEffect, useRef, useState } from 'react'
import { seekTo } from '#commands/moving.ts'
import { formatSpokenTime } from '#transcript/format-time.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'

/**
 * The native slider over the waveform, for keys and assistive technology; the pointer is the waveform's.
 * Its value stands still while it has focus and the recording plays: screen readers would read every
 * second aloud (mediaelement #1523); a seek moves it at once.
 */
export function SeekSlider() {
  const app = useApp()
  const slider = useRef<HTMLInputElement>(null)
  const [hasFocus, setHasFocus] = useState(false)
  const duration = useFact(({ recording }) =>
    recording.status === 'open' ? recording.duration : 0,
  )

  useEffect(() => {
    const write = (time: number) => {
      const element = slider.current
      if (!element) return
      element.value = String(Math.floor(time))
      const length = hasFocus && duration > 0 ? ` of ${formatSpokenTime(duration)}` : ''
      element.setAttribute('aria-valuetext', formatSpokenTime(time) + length)
    }
    const stands = () => hasFocus && app.store.getState().playback.activity === 'playing'
    const { playhead } = app
    write(playhead.getState().time)
    const stops = [
      playhead.subscribe(
        ({ time }) => Math.floor(time),
        (second) => {
          if (!stands()) write(second)
        },
      ),
      playhead.subscribe(
        ({ jumps }) => jumps,
        () => write(playhead.getState().time),
      ),
      app.store.subscribe(
        ({ playback }) => playback.activity,
        () => {
          if (!stands()) write(playhead.getState().time)
        },
      ),
    ]
    return () => stops.forEach((stop) => stop())
  }, [app, hasFocus, duration])

  return (
    <input
      ref={slider}
      type="range"
      className="waveform-seek-slider"
      aria-label="Seek"
      data-keys="slider"
      min={0}
      max={Math.max(1, Math.floor(duration))}
      step={1}
      defaultValue={0}
      disabled={duration === 0}
      onFocus={() => setHasFocus(true)}
      onBlur={() => setHasFocus(false)}
      onInput={(event) => seekTo(app, Number(event.currentTarget.value))}
    />
  )
}
