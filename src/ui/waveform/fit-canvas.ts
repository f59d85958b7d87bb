/** Makes a canvas fit its place and empties it; sizes and the pen are in CSS pixels. `null`: no room. */
export function fitCanvas(canvas: HTMLCanvasElement, place: HTMLElement) {
  const { clientWidth: width, clientHeight: height } = place
  const scale = window.devicePixelRatio
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)]
  const pen = canvas.getContext('2d')
  if (!pen || columns === 0 || rows === 0) return null
  // A new size makes a new bitmap, which is not needed to draw other marks.
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns
    canvas.height = rows
  }
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  pen.clearRect(0, 0, width, height)
  return { pen, width, height, scale }
}
