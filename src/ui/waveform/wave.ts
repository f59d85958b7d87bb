import WaveSurfer from 'wavesurfer.js'
import type { Bar } from './bars.ts'
import type { Palette } from './palette.ts'
import { paintBars } from './paint-bars.ts'
import { createPlayhead } from './playhead.ts'
import type { Playhead } from './playhead.ts'

/**
 * The height wavesurfer.js is made with. It writes it into its one <style>, whose hash the page's
 * security policy names (vite.config.ts); the height that is shown is set afterwards.
 */
const heightInStyle = 72

export interface Wave {
  draw(picture: WavePicture): void
  readonly playhead: Playhead
  destroy(): void
}

export interface WavePicture {
  readonly peaks: Float32Array<ArrayBuffer>
  readonly bars: readonly Bar[]
  /** Seconds that the picture shows. */
  readonly seconds: number
  readonly height: number
  readonly palette: Palette
}

/**
 * wavesurfer.js draws one view and no more: it always gets as many peaks as there are bars, for a container
 * that they fill, so nothing in it grows with the recording or the zoom. The media element it gets plays
 * nothing: wavesurfer would otherwise lay out and paint its progress anew in each frame, for the whole
 * recording. It fetches and decodes nothing, and takes no input.
 */
export function createWave(container: HTMLElement, palette: Palette): Wave {
  let bars: readonly Bar[] = []
  let look = palette
  let height = heightInStyle
  const surfer = WaveSurfer.create({
    container,
    media: document.createElement('audio'),
    peaks: [new Float32Array(2)],
    duration: 1,
    height,
    interact: false,
    hideScrollbar: true,
    autoScroll: false,
    autoCenter: false,
    cursorWidth: 2,
    renderFunction: (_, pen) => {
      const scale = pen.canvas.height / height
      paintBars(pen, { bars, scale, isPale: look.isPale })
    },
    ...palette.wave,
  })
  // Its scroller becomes a tab stop without a name as soon as it can scroll.
  const scroller = surfer.getWrapper().parentElement
  if (scroller) scroller.tabIndex = -1
  const playhead = createPlayhead(surfer.getWrapper())
  let seconds = 1
  surfer.on('redrawcomplete', () => playhead.renew(surfer.getWidth(), seconds))

  return {
    playhead,
    draw(picture) {
      ;({ bars, seconds } = picture)
      if (picture.height !== height || picture.palette !== look) {
        ;({ height, palette: look } = picture)
        surfer.setOptions({ height, ...look.wave })
      }
      void surfer.load('', [picture.peaks], seconds)
    },
    destroy: () => surfer.destroy(),
  }
}
