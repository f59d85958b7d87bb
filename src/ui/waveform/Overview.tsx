import { useEffect, useRef } from 'react'
import { useApp } from '#ui/kit/app-context.ts'
import { showOverview } from './show-overview.ts'

/** The whole recording in a strip, while the waveform shows a part. The slider and the zoom keys do the same by keyboard. */
export function Overview() {
  const app = useApp()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const playhead = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!box.current || !canvas.current || !pane.current || !playhead.current) return
    const shown = new AbortController()
    showOverview(app, {
      box: box.current,
      canvas: canvas.current,
      pane: pane.current,
      playhead: playhead.current,
      signal: shown.signal,
    })
    return () => shown.abort()
  }, [app])

  return (
    <div ref={box} className="waveform-overview" aria-hidden="true">
      <canvas ref={canvas} />
      <div ref={pane} className="waveform-overview-pane" />
      <div ref={playhead} className="waveform-overview-playhead" />
    </div>
  )
}
