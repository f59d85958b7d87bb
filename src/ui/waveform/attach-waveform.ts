import type { ViewApp } from '#ui/kit/app-context.ts'
import { keepPlayheadInView } from '#commands/zooming.ts'
import { scrubByPointer } from './scrub.ts'
import { showHandles } from './show-handles.ts'
import { showWave } from './show-wave.ts'
import { moveByWheel } from './wheel-gestures.ts'

/** The elements of the waveform. The frame contains the box and the overview. */
export interface WaveformElements {
  readonly frame: HTMLElement
  readonly box: HTMLElement
  /** wavesurfer.js and the marks draw in it. */
  readonly container: HTMLElement
}

/** Draws the waveform and listens to the pointer and the wheel. Loaded with wavesurfer.js. */
export function attachWaveform(
  app: ViewApp,
  { frame, box, container, signal }: WaveformElements & { signal: AbortSignal },
) {
  showWave(app, { container, signal })
  scrubByPointer(app, { box, signal })
  moveByWheel(app, { box: frame, signal })
  showHandles(app, { box, signal })
  keepPlayheadInView(app, signal)
}
