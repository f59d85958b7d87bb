import { useEffect, useRef } from 'react'
import { whenFirstScreenShown } from '#state/first-screen.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { keepLoading } from '#ui/kit/keep-loading.ts'
import { lazyPart } from '#ui/kit/lazy-part.tsx'
import { PanelFailure } from '#ui/kit/PanelFailure.tsx'
import { DrawingNote } from './DrawingNote.tsx'
import { SeekSlider } from './SeekSlider.tsx'
import './waveform.css'

const Overview = lazyPart(
  { name: 'the overview', load: async () => (await import('./Overview.tsx')).Overview },
  PanelFailure,
)

/**
 * The waveform. wavesurfer.js, which draws it, is loaded when a recording is open. Until then the room is reserved and the
 * slider works.
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
  const problem = useFact(({ peaks }) => (peaks.status === 'unavailable' ? peaks.why : null))
  const frame = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const picture = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isShown || !picture.current || address === null || !hasLength) return
    const shown = new AbortController()
    const { signal } = shown
    const container = picture.current
    // While wavesurfer.js cannot be loaded, the slider is visible instead.
    const showSlider = (isOn: boolean) => box.current?.toggleAttribute('data-without-picture', isOn)
    const loaded = whenFirstScreenShown(app.store).then(() =>
      keepLoading(() => import('./attach-waveform.ts'), {
        signal,
        onMissing: () => showSlider(true),
      }),
    )
    const drawn = loaded.then(({ attachWaveform }) => {
      if (signal.aborted || !frame.current || !box.current) return
      showSlider(false)
      attachWaveform(app, { frame: frame.current, box: box.current, container, signal })
    })
    drawn.catch(() => showSlider(true))
    return () => shown.abort()
  }, [app, isShown, address, hasLength])

  return (
    <div className="waveform" data-collapsed={!isShown}>
      <div ref={frame} className="waveform-frame">
        <div ref={box} className="waveform-box">
          <div ref={picture} className="waveform-picture" inert />
          <SeekSlider />
        </div>
        {isShown && isZoomed ? <Overview /> : null}
      </div>
      {isShown ? <DrawingNote /> : null}
      {isShown && problem !== null ? <p className="waveform-problem">{problem}</p> : null}
    </div>
  )
}
