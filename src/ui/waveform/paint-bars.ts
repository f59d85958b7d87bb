import type { Bar, BarLook } from './bars.ts'

/** How each look is drawn. Previews are thinner as well as paler, for displays of few colours. */
const pens: Record<BarLook, { width: number; alpha: number }> = {
  full: { width: 2, alpha: 1 },
  preview: { width: 1, alpha: 0.7 },
  pause: { width: 2, alpha: 0.5 },
  unknown: { width: 1, alpha: 0.35 },
}

/** Draws bars around the middle of the canvas in its fill style. `scale`: device pixels in a CSS pixel. */
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
