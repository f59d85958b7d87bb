import { useEffect, useRef } from 'react'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { SeekSlider } from './SeekSlider.tsx'
import { scrubByPointer } from './scrub.ts'
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
  const duration = useFact(({ recording }) =>
    recording.status === 'open' ? recording.duration : 0,
  )
  const trouble = useFact(({ peaks }) => (peaks.status === 'unavailable' ? peaks.why : null))
  const box = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)
  const bubble = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isShown || !picture.current || address === null || duration === 0) return
    const shown = new AbortController()
    const { signal } = shown
    const container = picture.current
    const drawn = import('./wave.ts').then(({ drawWave }) => {
      if (signal.aborted || !box.current || !bubble.current) return
      const wave = drawWave(app, { container, duration, signal })
      scrubByPointer(app, { box: box.current, bubble: bubble.current, wave, signal })
    })
    // Without it the slider remains, and everything else.
    drawn.catch(() => box.current?.setAttribute('data-without-picture', ''))
    return () => shown.abort()
  }, [app, isShown, address, duration])

  return (
    <div className="waveform" data-collapsed={!isShown}>
      <div ref={box} className="waveform-box">
        <div ref={picture} className="waveform-picture" aria-hidden="true" />
        <SeekSlider />
        <div ref={bubble} className="waveform-bubble" aria-hidden="true" hidden />
      </div>
      {isShown && trouble !== null ? <p className="waveform-trouble">{trouble}</p> : null}
    </div>
  )
}
