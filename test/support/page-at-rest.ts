import type { Page } from 'playwright-core'

/** More frames than the page takes to bring a line to its place and correct it (`scroller.ts`). */
const framesOfRest = 12

/** Waits until the page has drawn: what the last input caused is then on the screen. */
export function drawn(page: Page, { frames = 2 } = {}): Promise<void> {
  return page.evaluate(async (count) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  }, frames)
}

/** Waits until the page has not scrolled for some frames. */
export function scrollingEnds(page: Page): Promise<void> {
  return page.evaluate(async (wanted) => {
    let top = scrollY
    for (let still = 0; still < wanted;) {
      await new Promise(requestAnimationFrame)
      still = scrollY === top ? still + 1 : 0
      top = scrollY
    }
  }, framesOfRest)
}

/** Waits until every transition and animation that has an end has come to it. */
export async function animationsEnd(page: Page): Promise<void> {
  await drawn(page)
  await page.evaluate(async () => {
    const endless = (animation: Animation) =>
      animation.effect?.getComputedTiming().endTime === Infinity
    const running = document.getAnimations().filter((animation) => !endless(animation))
    await Promise.allSettled(running.map(({ finished }) => finished))
  })
}

/** Waits until the main thread has nothing to do, three times in a row. */
export function mainThreadIsIdle(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const enoughMs = 5
    for (let idle = 0; idle < 3;) {
      const left = await new Promise<number>((resolve) => {
        requestIdleCallback((deadline) => resolve(deadline.timeRemaining()))
      })
      idle = left >= enoughMs ? idle + 1 : 0
      await new Promise(requestAnimationFrame)
    }
  })
}
