import type { Bar, BarLook } from './bars.ts'

/**
 * How each look is drawn. A sketch is thinner and paler than sound that has been listened to: the shape
 * says it where colours are few.
 */
const pens: Record<BarLook, { width: number; alpha: number }> = {
  sound: { width: 2, alpha: 1 },
  sketch: { width: 1, alpha: 0.7 },
  pause: { width: 2, alpha: 0.5 },
  unheard: { width: 1, alpha: 0.35 },
}

/** Draws bars around the middle of the canvas, in the colour the pen has. */
export function paintBars(
  pen: CanvasRenderingContext2D,
  { bars, scale, isPale }: { bars: readonly Bar[]; scale: number; isPale: boolean },
) {
  const { height } = pen.canvas
  for (const look of Object.keys(pens) as BarLook[]) {
    const { width, alpha } = pens[look]
    const thickness = Math.max(1, Math.round(width * scale))
    const inset = Math.round(scale - thickness / 2)
    pen.globalAlpha = isPale ? alpha : 1
    pen.beginPath()
    for (const bar of bars) {
      if (bar.look !== look) continue
      const length = Math.max(Math.round(scale), Math.round(bar.height * height))
      const top = Math.round((height - length) / 2)
      pen.roundRect(Math.round(bar.x * scale) + inset, top, thickness, length, scale / 2)
    }
    pen.fill()
  }
  pen.globalAlpha = 1
}
