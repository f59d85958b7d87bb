import WaveSurfer from 'wavesurfer.js'
import type { App } from '#commands/app.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { createMarks } from './marks.ts'
import { readPalette } from './palette.ts'

/**
 * The height wavesurfer.js is made with. It writes it into its one <style>, whose hash the page's
 * security policy names (vite.config.ts); the height that is shown is set afterwards.
 */
const heightInStyle = 72

export interface Wave {
  /** The time at this distance from the left edge of what is shown, pixels to seconds. */
  timeAt(x: number): number
}

/** Peaks before there are any: a line. */
const flat = [new Float32Array(2)]

/**
 * Draws the waveform with wavesurfer.js, which gets the media element to follow, the peaks to draw and
 * their duration: it fetches, decodes and plays nothing, and takes no input.
 */
export function drawWave(
  { store, player }: App,
  {
    container,
    duration,
    signal,
  }: { container: HTMLElement; duration: number; signal: AbortSignal },
): Wave {
  const surfer = WaveSurfer.create({
    container,
    media: player.element,
    peaks: flat,
    duration,
    height: heightInStyle,
    interact: false,
    hideScrollbar: true,
    autoScroll: true,
    autoCenter: false,
    cursorWidth: 2,
    barWidth: 2,
    barGap: 1,
    barRadius: 1,
    normalize: true,
    ...readPalette(container).wave,
  })
  // Its scroller becomes a tab stop without a name as soon as it can scroll.
  const scroller = surfer.getWrapper().parentElement
  if (scroller) scroller.tabIndex = -1

  let shown: TimeRange = { start: 0, end: duration }
  const marks = createMarks(container)
  const drawMarks = () => marks.draw(store.getState(), { shown, duration })

  surfer.on('ready', () => {
    applyZoom()
    drawMarks()
  })
  surfer.on('scroll', (start, end) => {
    shown = end > start ? { start, end } : { start: 0, end: duration }
    drawMarks()
  })
  surfer.on('resize', drawMarks)
  surfer.setOptions({ height: container.clientHeight })

  let drawn: Float32Array | null = null
  function showPeaks() {
    const { peaks } = store.getState()
    if (peaks.status !== 'ready' || peaks.values === drawn) return
    drawn = peaks.values
    void surfer.load(player.element.currentSrc, [peaks.values], duration)
  }
  function applyZoom() {
    const { zoom, playback } = store.getState()
    const width = surfer.getWidth()
    surfer.zoom(zoom === 1 ? 0 : (zoom * width) / duration)
    if (zoom > 1) surfer.setScrollTime(Math.max(0, playback.time - duration / zoom / 2))
    else shown = { start: 0, end: duration }
    drawMarks()
  }
  function applyPalette() {
    const palette = readPalette(container)
    surfer.setOptions(palette.wave)
    marks.setPalette(palette)
    drawMarks()
  }

  const stops = [
    store.subscribe(({ peaks }) => peaks, showPeaks),
    store.subscribe(({ zoom }) => zoom, applyZoom),
    store.subscribe(({ document }) => document, drawMarks),
    store.subscribe(({ search }) => search, drawMarks),
    store.subscribe(({ playback }) => playback.loop, drawMarks),
    store.subscribe(
      ({ preferences }) => preferences.theme,
      () => requestAnimationFrame(applyPalette),
    ),
  ]
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    window.matchMedia(query).addEventListener('change', applyPalette, { signal })
  }
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop()
    marks.remove()
    surfer.destroy()
  })
  // The first drawing is put off until the page has had time to react to what was opened.
  queueMicrotask(() => {
    if (!signal.aborted) showPeaks()
  })

  return {
    timeAt(x) {
      const width = container.clientWidth
      const part = width > 0 ? Math.min(1, Math.max(0, x / width)) : 0
      return shown.start + part * (shown.end - shown.start)
    },
  }
}
