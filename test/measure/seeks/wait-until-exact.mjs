import { setTimeout as delay } from 'node:timers/promises'

const timeoutMs = 60_000

/**
 * Waits until the player knows the duration and, in the app, until seeks are exact. Throws after a minute.
 *
 * @param {import('../engines/drivers/drivers.mjs').Driver} driver
 */
export async function waitUntilExact(driver) {
  for (const begun = Date.now(); ; await delay(100)) {
    const { isExact, failure } = await driver.evaluate(readPlayer)
    if (isExact) return
    if (failure !== null) throw new Error(`the player: ${failure}`)
    if (Date.now() - begun > timeoutMs) throw new Error('not exact within a minute')
  }
}

function readPlayer() {
  const player = document.querySelector('audio, video')
  const error = player?.error ?? null
  const seeking = document.querySelector('[data-seeking]')?.dataset.seeking ?? 'exact'
  return {
    isExact:
      seeking === 'exact' && player !== null && player.readyState >= 1 && player.duration > 0,
    failure: error && `code ${error.code} ${error.message}`,
  }
}
