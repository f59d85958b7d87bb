/** Gives a canvas the size of an element and clears it. Sizes and drawing are in CSS pixels. `null`: no room. */
export function fitCanvas(canvas: HTMLCanvasElement, place: HTMLElement) {
  const { clientWidth: width, clientHeight: height } = place
  const scale = window.devicePixelRatio
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)]
  const pen = canvas.getContext('2d')
  if (!pen || columns === 0 || rows === 0) return null
  // Setting the size allocates a new bitmap.
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns
    canvas.height = rows
  }
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  pen.clearRect(0, 0, width, height)
  return { pen, width, height, scale }
}
