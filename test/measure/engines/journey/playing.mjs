import { expectNear } from './expect.mjs'

const share = 0.15

export async function playButtonPlays(page) {
  await page.click('#play-button')
  await page.until('the sound runs', async () => (await page.read()).currentTime > 0.3)
  expectNear(await page.paceOver(3), 1, share, 'the pace')
}

export async function speedDoubles(page) {
  await page.playFrom(60)
  await page.evaluate(chooseSpeed, '2')
  await page.until('the speed is 2', async () => (await page.read()).playbackRate === 2)
  await page.expectPlaying('at speed 2')
  expectNear(await page.paceOver(3), 2, 2 * share, 'the pace at speed 2')
  await page.evaluate(chooseSpeed, '1')
  await page.until('the speed is 1', async () => (await page.read()).playbackRate === 1)
}

function chooseSpeed(value) {
  const select = document.querySelector('select[aria-label="Speed"]')
  select.value = value
  select.dispatchEvent(new Event('change', { bubbles: true }))
}
