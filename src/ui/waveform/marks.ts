import type { AppState } from '#state/store.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { hueOf } from '#ui/kit/speaker-hue.ts'
import { readPalette } from './palette.ts'
import type { Palette } from './palette.ts'

/** Heights from the bottom up, CSS pixels. */
const laneHeight = 5
const tickHeight = 9
const dotRadius = 3

/** What the transcript knows, drawn over the waveform: speakers, chapters, matches, the loop. */
export function createMarks(container: HTMLElement) {
  const canvas = document.createElement('canvas')
  canvas.className = 'waveform-marks'
  container.append(canvas)
  let palette = readPalette(container)

  return {
    setPalette: (next: Palette) => (palette = next),
    draw(state: AppState, { shown, duration }: { shown: TimeRange; duration: number }) {
      const { clientWidth: width, clientHeight: height } = container
      const scale = window.devicePixelRatio
      canvas.width = Math.round(width * scale)
      canvas.height = Math.round(height * scale)
      const pen = canvas.getContext('2d')
      if (!pen || duration === 0 || width === 0) return
      pen.scale(scale, scale)
      const perSecond = width / (shown.end - shown.start)
      const x = (time: number) => (time - shown.start) * perSecond
      drawLoop(pen, state, { x, height, palette })
      drawLanes(pen, state, { x, width, height, palette })
      drawChapters(pen, state, { x, palette })
      drawHits(pen, state, { x, height, palette })
    },
    remove: () => canvas.remove(),
  }
}

type Pen = CanvasRenderingContext2D
type ToX = (time: number) => number

/** A thin band in the colour of who speaks; where nobody does, or the transcript says nothing, none. */
function drawLanes(
  pen: Pen,
  { document }: AppState,
  { x, width, height, palette }: { x: ToX; width: number; height: number; palette: Palette },
) {
  if (document.status !== 'open') return
  const { speakers } = document.transcript
  const hues = new Map(speakers.map(({ id }, at) => [id, palette.speakers[hueOf(at) - 1]!]))
  for (const line of document.lines) {
    if (!isTimedLine(line)) continue
    const left = x(line.start)
    const right = x(line.end)
    if (right < 0 || left > width) continue
    pen.fillStyle = (line.speaker && hues.get(line.speaker)) ?? palette.nobody
    pen.fillRect(left, height - laneHeight, Math.max(1, right - left - 0.5), laneHeight)
  }
}

function drawChapters(
  pen: Pen,
  { document }: AppState,
  { x, palette }: { x: ToX; palette: Palette },
) {
  if (document.status !== 'open') return
  pen.fillStyle = palette.chapter
  for (const { start } of document.transcript.chapters) {
    pen.fillRect(x(start), 0, 2, tickHeight)
  }
}

function drawHits(
  pen: Pen,
  { document, search }: AppState,
  { x, height, palette }: { x: ToX; height: number; palette: Palette },
) {
  if (document.status !== 'open') return
  pen.fillStyle = palette.hit
  let last = -Infinity
  for (const { line, from } of search.hits) {
    const found = document.lines[line]!
    const time = found.words.findLast((word) => word.from <= from)?.start ?? found.start
    if (time === null) continue
    const at = Math.round(x(time))
    if (at === last) continue
    last = at
    pen.beginPath()
    pen.arc(at, height - laneHeight - dotRadius - 2, dotRadius, 0, Math.PI * 2)
    pen.fill()
  }
}

function drawLoop(
  pen: Pen,
  { playback }: AppState,
  { x, height, palette }: { x: ToX; height: number; palette: Palette },
) {
  if (playback.loop.status !== 'on') return
  const { start, end } = playback.loop.range
  pen.fillStyle = palette.loop
  pen.globalAlpha = 0.18
  pen.fillRect(x(start), 0, Math.max(2, x(end) - x(start)), height)
  pen.globalAlpha = 1
}
