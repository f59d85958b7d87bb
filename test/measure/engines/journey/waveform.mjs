import { expect, expectNear } from './expect.mjs'

export async function waveformIsDrawn(page) {
  await page.until('peaks are drawn', async () => {
    const { columns, least, most } = await page.evaluate(measureDrawing)
    return columns > 100 && most > 0.5 && least < 0.3 * most
  })
}

export async function waveformSeeks(page) {
  await page.pauseAt(5)
  const { duration } = await page.read()
  const time = await page.seekBy(() => page.click('.waveform-box'))
  expectNear(time, duration / 2, duration / 100, 'the time after a click in the middle')
  expect((await page.read()).paused, 'a click on the waveform plays')
}

/** The number of painted columns of the canvases, and their height as a part of the whole. */
function measureDrawing() {
  const hosts = Array.from(document.querySelectorAll('.waveform-picture *'))
  const canvases = hosts.flatMap(({ shadowRoot }) =>
    Array.from(shadowRoot?.querySelectorAll('canvas') ?? []),
  )
  const heights = canvases
    .filter(({ width, height }) => width > 0 && height > 0)
    .flatMap((canvas) => {
      const { width, height } = canvas
      const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
      return Array.from({ length: width }, (_, x) => {
        let inked = 0
        for (let y = 0; y < height; y++) if (data[(y * width + x) * 4 + 3] > 0) inked++
        return inked / height
      })
    })
    .filter((height) => height > 0)
  return {
    columns: heights.length,
    least: Math.min(...heights),
    most: Math.max(...heights),
  }
}
