import type { ViewContext } from '#ui/kit/app-context.ts'
import { keepPlayheadInView } from '#commands/zooming.ts'
import { scrubByPointer } from './scrub.ts'
import { showHandles } from './show-handles.ts'
import { showWave } from './show-wave.ts'
import { steerByWheel } from './steer-by-wheel.ts'

/** The parts of the waveform's place: the frame has the overview in it, too. */
export interface WavePlace {
  readonly frame: HTMLElement
  readonly box: HTMLElement
  /** Where the picture is drawn. */
  readonly container: HTMLElement
}

/** Everything that a waveform does once there is a picture; loaded with what draws it. */
export function bringToLife(
  app: ViewContext,
  { frame, box, container, signal }: WavePlace & { signal: AbortSignal },
) {
  showWave(app, { container, signal })
  scrubByPointer(app, { box, signal })
  steerByWheel(app, { box: frame, signal })
  showHandles(app, { box, signal })
  keepPlayheadInView(app, signal)
}
