import type { ReadableDocument } from '#state/app-state.ts'
import { lengthOf } from '#state/waveform-view.ts'
import type { AppFacts } from '#state/store.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { hueOf } from '#ui/kit/speaker-hue.ts'
import { fitCanvas } from './fit-canvas.ts'
import { createLinesInView, skipUnseen } from './lines-in-view.ts'
import type { Palette } from './palette.ts'
import { memoizeLast } from './memoize-last.ts'

/** Heights from the bottom up, CSS pixels. */
const bandHeight = 5
const tickHeight = 9
const dotRadius = 3

/** The canvas that marks are drawn on, and its scale. */
interface MarkCanvas {
  readonly pen: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly palette: Palette
  readonly view: TimeRange
  /** Where a time is, CSS pixels. */
  x(time: number): number
}

/** Draws speakers, chapters, search hits and the loop over the waveform. */
export function createMarks(container: HTMLElement) {
  const canvas = document.createElement('canvas')
  canvas.className = 'waveform-marks'
  container.append(canvas)
  const linesInViewOf = memoizeLast(createLinesInView)
  const timesOf = memoizeLast(timesOfHits)

  return {
    draw(state: AppFacts, { view, palette }: { view: TimeRange; palette: Palette }) {
      const fitted = fitCanvas(canvas, container)
      if (!fitted || lengthOf(view) === 0) return
      const { pen, width, height } = fitted
      const x = (time: number) => ((time - view.start) / lengthOf(view)) * width
      const target: MarkCanvas = { pen, width, height, palette, view, x }
      drawLoop(target, state.playback.loop)
      if (state.document.status === 'none') return
      const { transcript, lines } = state.document
      drawSpeakers(target, linesInViewOf(lines), huesOf(transcript.speakers, palette))
      drawChapters(target, transcript.chapters)
      drawHits(target, timesOf(state.search.hits, lines))
    },
    remove: () => canvas.remove(),
  }
}

type Lines = ReadableDocument['lines']
type Chapters = ReadableDocument['transcript']['chapters']
type Speakers = ReadableDocument['transcript']['speakers']
type Hues = ReadonlyMap<string, string>

const huesOf = (speakers: Speakers, palette: Palette): Hues =>
  new Map(speakers.map(({ id }, at) => [id, palette.speakers[hueOf(at) - 1]!]))

/** A thin band in the colour of the speaker under each line. */
function drawSpeakers(
  { pen, height, palette, view, x }: MarkCanvas,
  lines: ReturnType<typeof createLinesInView>,
  hues: Hues,
) {
  const spans = lines.within(view).map(({ start, end, speaker }) => ({
    left: x(start),
    right: x(end),
    colour: (speaker && hues.get(speaker)) ?? palette.noSpeaker,
  }))
  for (const { left, right, colour } of skipUnseen(spans)) {
    pen.fillStyle = colour
    pen.fillRect(left, height - bandHeight, Math.max(1, right - left - 0.5), bandHeight)
  }
}

function drawChapters({ pen, palette, view, x }: MarkCanvas, chapters: Chapters) {
  pen.fillStyle = palette.chapter
  for (const { start } of chapters) {
    if (start >= view.start && start < view.end) pen.fillRect(x(start), 0, 2, tickHeight)
  }
}

function drawHits({ pen, width, height, palette, x }: MarkCanvas, times: readonly number[]) {
  pen.fillStyle = palette.hit
  let last = -Infinity
  for (const time of times) {
    const at = Math.round(x(time))
    if (at === last || at < -dotRadius || at > width + dotRadius) continue
    last = at
    pen.beginPath()
    pen.arc(at, height - bandHeight - dotRadius - 2, dotRadius, 0, Math.PI * 2)
    pen.fill()
  }
}

function timesOfHits(hits: AppFacts['search']['hits'], lines: Lines): number[] {
  return hits.flatMap(({ line, from }) => {
    const found = lines[line]!
    const time = found.words.findLast((word) => word.from <= from)?.start ?? found.start
    return time === null ? [] : [time]
  })
}

function drawLoop({ pen, height, palette, x }: MarkCanvas, loop: AppFacts['playback']['loop']) {
  if (loop.status !== 'on') return
  const { start, end } = loop.range
  pen.fillStyle = palette.loop
  pen.globalAlpha = 0.18
  pen.fillRect(x(start), 0, Math.max(2, x(end) - x(start)), height)
  pen.globalAlpha = 1
}
