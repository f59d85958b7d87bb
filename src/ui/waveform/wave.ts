import WaveSurfer from 'wavesurfer.js'
import type { Bar } from './bars.ts'
import type { Palette } from './palette.ts'
import { paintBars } from './paint-bars.ts'
import { cursorWidth } from './playhead.ts'

export interface Wave {
  draw(picture: WavePicture): void
  /** Places the cursor and the end of the played part, CSS pixels from the left edge. */
  placePlayhead(x: number): void
  destroy(): void
}

export interface WavePicture {
  readonly peaks: Float32Array<ArrayBuffer>
  readonly bars: readonly Bar[]
  /** Seconds that the picture shows. */
  readonly seconds: number
  /** CSS pixels. */
  readonly height: number
  readonly palette: Palette
}

/**
 * wavesurfer.js in its mode for peaks without audio: it loads the peaks of the visible range, one for each bar, so nothing
 * in it grows with the recording or the zoom. It plays, fetches and decodes nothing, and takes no input. The played part
 * and the cursor are its `::part()`s, placed in waveform.css.
 */
export function createWave(container: HTMLElement): Wave {
  let drawn: WavePicture | null = null
  const surfer = WaveSurfer.create({
    container,
    interact: false,
    cursorWidth,
    renderFunction(_, pen) {
      if (!drawn) return
      const { bars, height, palette } = drawn
      paintBars(pen, { bars, scale: pen.canvas.height / height, isPale: palette.isPale })
    },
  })
  // Set on the two parts, not on the container: nothing else is styled again when it changes.
  const moving = surfer
    .getWrapper()
    .querySelectorAll<HTMLElement>('[part="progress"], [part="cursor"]')
  return {
    placePlayhead(x) {
      for (const part of moving) part.style.setProperty('--playhead', `${x}px`)
    },
    draw(picture) {
      const isRestyled = picture.height !== drawn?.height || picture.palette !== drawn.palette
      drawn = picture
      if (isRestyled) surfer.setOptions({ height: picture.height, ...picture.palette.wave })
      // An empty address: there is no audio to load.
      void surfer.load('', [picture.peaks], picture.seconds)
    },
    destroy: () => surfer.destroy(),
  }
}
