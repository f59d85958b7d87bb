import { expect, expectNear } from './expect.mjs'

/** More tab stops than there are between the player's last control and the lines. */
const mostTabs = 12

export async function linesAreOneTabStop(page) {
  await page.pauseAt(10)
  const stops = await page.evaluate(
    () => document.querySelectorAll('.transcript-time[tabindex="0"]').length,
  )
  expect(stops === 1, `${stops} times are tab stops`)
  const others = await page.evaluate(readTabStopsInLines)
  expect(others.length === 1, `tab stops in the lines: ${others.join(', ')}`)

  await page.evaluate(() => document.querySelector('[aria-controls="more-controls"]').focus())
  for (let tabs = 0; (await focusedLine(page)) === -1; tabs += 1) {
    expect(tabs < mostTabs, 'Tab does not reach the lines')
    await page.press('Tab')
  }
  await page.press('Tab')
  expect((await focusedLine(page)) === -1, 'a second Tab stays in the lines')
}

export async function focusMovesAmongLines(page, { lines }) {
  await page.pauseAt(10)
  await page.evaluate(() => document.querySelector('.transcript-time[tabindex="0"]').focus())
  const first = await focusedLine(page)
  const { currentTime: before } = await page.read()
  await page.press('ArrowDown')
  await page.press('ArrowDown')
  const focused = await focusedLine(page)
  expect(focused === first + 2, `ArrowDown twice goes from line ${first} to line ${focused}`)
  expectNear((await page.read()).currentTime, before, 0.001, 'the time after ArrowDown')
  const stops = await page.evaluate(readTabStopsInLines)
  expect(stops.length === 1, `tab stops after ArrowDown: ${stops.join(', ')}`)
  const time = await page.seekBy(() => page.press('Enter'))
  expectNear(time, lines[focused].start, 0.05, 'the time after Enter')
  await page.expectPlaying('after Enter')
}

/** The index of the line whose time has focus; -1: none. */
const focusedLine = (page) =>
  page.evaluate(() => {
    const line = document.activeElement.closest('p.transcript-line')
    return Array.from(document.querySelectorAll('p.transcript-line')).indexOf(line)
  })

function readTabStopsInLines() {
  const focusable = document.querySelectorAll(
    '.transcript-lines :is(button, a[href], input, [tabindex])',
  )
  return Array.from(focusable)
    .filter(({ tabIndex }) => tabIndex >= 0)
    .map(({ textContent }) => textContent)
}
