import { useEffect, useRef } from 'react'
import { keepPlayheadInView } from '#commands/looking.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { DrawingNote } from './DrawingNote.tsx'
import { Overview } from './Overview.tsx'
import { SeekSlider } from './SeekSlider.tsx'
import { scrubByPointer } from './scrub.ts'
import { steerByWheel } from './steer-by-wheel.ts'
import './waveform.css'

/**
 * The picture of the sound. wavesurfer.js draws it and is loaded when there is something to draw; the
 * place is kept free for it, the slider works without it, and playback never waits for it.
 */
export function Waveform() {
  const app = useApp()
  const isShown = useFact(({ preferences }) => preferences.showWaveform)
  const address = useFact(({ recording }) =>
    recording.status === 'open' ? recording.address : null,
  )
  const hasLength = useFact(
    ({ recording }) => recording.status === 'open' && recording.duration > 0,
  )
  const isZoomed = useFact(({ view }) => view !== null)
  const trouble = useFact(({ peaks }) => (peaks.status === 'unavailable' ? peaks.why : null))
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const bubble = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isShown || !picture.current || address === null || !hasLength) return
    const shown = new AbortController()
    const { signal } = shown
    const container = picture.current
    const drawn = import('./show-wave.ts').then(({ showWave }) => {
      if (signal.aborted || !frame.current || !box.current || !bubble.current) return
      showWave(app, { container, signal })
      scrubByPointer(app, { box: box.current, bubble: bubble.current, signal })
      steerByWheel(app, { box: frame.current, signal })
      keepPlayheadInView(app, signal)
    })
    // Without it the slider remains, and everything else.
    drawn.catch(() => box.current?.setAttribute('data-without-picture', ''))
    return () => shown.abort()
  }, [app, isShown, address, hasLength])

  return (
    <div className="waveform" data-collapsed={!isShown}>
      <div ref={frame} className="waveform-frame">
        <div ref={box} className="waveform-box">
          <div ref={picture} className="waveform-picture" aria-hidden="true" />
          <SeekSlider />
          <div ref={bubble} className="waveform-bubble" aria-hidden="true" hidden />
        </div>
        {isShown && isZoomed ? <Overview /> : null}
      </div>
      {isShown ? <DrawingNote /> : null}
      {isShown && trouble !== null ? <p className="waveform-trouble">{trouble}</p> : null}
    </div>
  )
}
