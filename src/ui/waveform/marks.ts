import { lengthOf } from '#state/waveform-view.ts'
import type { AppState } from '#state/store.ts'
import type { TimeRange } from '#transcript/pauses.ts'
import { hueOf } from '#ui/kit/speaker-hue.ts'
import { fitCanvas } from './fit-canvas.ts'
import { createLinesInView, skipUnseen } from './lines-in-view.ts'
import type { Palette } from './palette.ts'
import { rememberLast } from './remember-last.ts'

/** Heights from the bottom up, CSS pixels. */
const laneHeight = 5
const tickHeight = 9
const dotRadius = 3

/** What a mark is drawn on. */
interface Sheet {
  readonly pen: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  readonly palette: Palette
  readonly view: TimeRange
  /** Where a time is, CSS pixels. */
  x(time: number): number
}

/** What the transcript knows, drawn over the waveform: speakers, chapters, matches, the loop. */
export function createMarks(container: HTMLElement) {
  const canvas = document.createElement('canvas')
  canvas.className = 'waveform-marks'
  container.append(canvas)
  const lanesOf = rememberLast(createLinesInView)
  const timesOf = rememberLast(timesOfHits)

  return {
    draw(state: AppState, { view, palette }: { view: TimeRange; palette: Palette }) {
      const fitted = fitCanvas(canvas, container)
      if (!fitted || lengthOf(view) === 0) return
      const { pen, width, height } = fitted
      const x = (time: number) => ((time - view.start) / lengthOf(view)) * width
      const sheet: Sheet = { pen, width, height, palette, view, x }
      drawLoop(sheet, state.playback.loop)
      if (state.document.status !== 'open') return
      const { transcript, lines } = state.document
      drawLanes(sheet, lanesOf(lines), huesOf(transcript.speakers, palette))
      drawChapters(sheet, transcript.chapters)
      drawHits(sheet, timesOf(state.search.hits, lines))
    },
    remove: () => canvas.remove(),
  }
}

type OpenDocument = Extract<AppState['document'], { status: 'open' }>
type Lines = OpenDocument['lines']
type Chapters = OpenDocument['transcript']['chapters']
type Speakers = OpenDocument['transcript']['speakers']
type Hues = ReadonlyMap<string, string>

const huesOf = (speakers: Speakers, palette: Palette): Hues =>
  new Map(speakers.map(({ id }, at) => [id, palette.speakers[hueOf(at) - 1]!]))

/** A thin band in the colour of who speaks; where nobody does, or the transcript says nothing, none. */
function drawLanes(
  { pen, height, palette, view, x }: Sheet,
  lanes: ReturnType<typeof createLinesInView>,
  hues: Hues,
) {
  const spans = lanes.within(view).map(({ start, end, speaker }) => ({
    left: x(start),
    right: x(end),
    colour: (speaker && hues.get(speaker)) ?? palette.nobody,
  }))
  for (const { left, right, colour } of skipUnseen(spans)) {
    pen.fillStyle = colour
    pen.fillRect(left, height - laneHeight, Math.max(1, right - left - 0.5), laneHeight)
  }
}

function drawChapters({ pen, palette, view, x }: Sheet, chapters: Chapters) {
  pen.fillStyle = palette.chapter
  for (const { start } of chapters) {
    if (start >= view.start && start < view.end) pen.fillRect(x(start), 0, 2, tickHeight)
  }
}

function drawHits({ pen, width, height, palette, x }: Sheet, times: readonly number[]) {
  pen.fillStyle = palette.hit
  let last = -Infinity
  for (const time of times) {
    const at = Math.round(x(time))
    if (at === last || at < -dotRadius || at > width + dotRadius) continue
    last = at
    pen.beginPath()
    pen.arc(at, height - laneHeight - dotRadius - 2, dotRadius, 0, Math.PI * 2)
    pen.fill()
  }
}

function timesOfHits(hits: AppState['search']['hits'], lines: Lines): number[] {
  return hits.flatMap(({ line, from }) => {
    const found = lines[line]!
    const time = found.words.findLast((word) => word.from <= from)?.start ?? found.start
    return time === null ? [] : [time]
  })
}

function drawLoop({ pen, height, palette, x }: Sheet, loop: AppState['playback']['loop']) {
  if (loop.status !== 'on') return
  const { start, end } = loop.range
  pen.fillStyle = palette.loop
  pen.globalAlpha = 0.18
  pen.fillRect(x(start), 0, Math.max(2, x(end) - x(start)), height)
  pen.globalAlpha = 1
}
