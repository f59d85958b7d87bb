import { expect, expectNear } from './expect.mjs'

const close = 0.05

export async function playPause(page) {
  await page.pauseAt(30)
  await page.press('k')
  await page.expectPlaying('after K')
  await page.press('k')
  await page.until('K pauses', async () => (await page.read()).paused)
  await page.expectPaused('after K again')
}

export async function lineByLine(page, { lines }) {
  const line = 12
  await page.pauseAt(lines[line].start + 0.5)
  const next = await page.seekBy(() => page.press('.'))
  expectNear(next, lines[line + 1].start, close, 'the time after .')
  const previous = await page.seekBy(() => page.press(','))
  expectNear(previous, lines[line].start, close, 'the time after ,')
}

export async function skips(page) {
  await page.pauseAt(100)
  const wanted = [
    ['l', 110],
    ['j', 100],
    ['ArrowRight', 105],
    ['ArrowLeft', 100],
  ]
  for (const [key, time] of wanted) {
    expectNear(await page.seekBy(() => page.press(key)), time, close, `the time after ${key}`)
  }
}

export async function help(page) {
  await page.pauseAt(10)
  await page.evaluate(() => document.querySelector('#play-button').focus())
  await page.press('?')
  await page.until('a dialog is open', () =>
    page.evaluate(() => document.querySelector('dialog[open]')?.textContent.includes('Play')),
  )
  await page.press('Escape')
  await page.until('the dialog is closed', () =>
    page.evaluate(() => document.querySelector('dialog[open]') === null),
  )
  await page.until('focus is on play again', () =>
    page.evaluate(() => document.activeElement.id === 'play-button'),
  )
}

export async function search(page, { lines }) {
  const text = 'raqqa'
  const wanted = lines.reduce(
    (sum, line) => sum + line.text.toLowerCase().split(text).length - 1,
    0,
  )
  await page.pauseAt(10)
  await page.press('/')
  await page.until('the search field has focus', () =>
    page.evaluate(() => document.activeElement.getAttribute('data-keys') === 'search'),
  )
  await page.type(text)
  const count = () => page.evaluate(() => document.querySelector('.search-count')?.textContent)
  await page.until('matches are counted', async () => /^\d+ of \d+$/.test(await count()))
  await page.until(`${wanted} matches are found`, async () => {
    return (await count()).endsWith(` of ${wanted}`)
  })
  await page.press('Escape')
  const isGone = await page.evaluate(() => document.querySelector('.search-bar') === null)
  expect(isGone, 'Escape did not close the search')
}
