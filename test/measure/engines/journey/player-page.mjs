import { setTimeout as delay } from 'node:timers/promises'
import { readComplaints } from '../early-listener.mjs'
import { expect, expectNear } from './expect.mjs'

const timeoutMs = 10_000
/** Longer than the app needs to scroll to the line being spoken after a jump. */
const framesOfScrolling = 12

/**
 * The app in one browser, as a visitor uses it. Only `pauseAt` bypasses the user interface: it
 * moves playback to where a step begins.
 *
 * @param {import('../drivers/drivers.mjs').Driver} driver
 */
export function createPlayerPage(driver) {
  const { evaluate } = driver
  const read = () => evaluate(readPage)

  /** Polls until the result is true. */
  async function until(what, isSo, ...args) {
    for (const begun = Date.now(); !(await isSo(...args)); await delay(50)) {
      expect(Date.now() - begun < timeoutMs, `not within ${timeoutMs / 1000} s: ${what}`)
    }
  }
  /** The centre of what `find` finds in the page, once it is in view and no longer moves. */
  async function middleOf(find, ...args) {
    const place = async () => {
      const middle = await evaluate(find, ...args)
      expect(middle !== null, `nothing is found by ${find.name}(${args.join(', ')})`)
      return middle
    }
    let before = await place()
    await until(`${find.name}(${args.join(', ')}) comes to rest in view`, async () => {
      await delay(100)
      const last = before
      before = await place()
      return !before.isScrolled && Math.hypot(before.x - last.x, before.y - last.y) < 1
    })
    return before
  }
  async function clickMiddle(find, ...args) {
    const { x, y } = await middleOf(find, ...args)
    await driver.click(x, y)
  }

  async function open(address) {
    await driver.open(address)
    await until('the demo is open', () => evaluate(isDemoOpen))
  }
  const click = (selector, at = 0) => clickMiddle(showElement, selector, at)
  async function pauseAt(time) {
    await evaluate(putSound, time)
    await until(`the sound is paused at ${time}`, async () => {
      const { currentTime, paused, seeking } = await read()
      return paused && !seeking && Math.abs(currentTime - time) < 0.1
    })
    await evaluate(leaveFocus)
    await evaluate(letFramesPass, framesOfScrolling)
  }
  const complaintsBefore = []

  return {
    ...driver,
    read,
    until,
    open,
    /** Opens a new page. Errors of the old one still count. */
    async startAgain(address) {
      complaintsBefore.push(...(await evaluate(readComplaints)))
      await open(address)
    },
    click,
    clickWord: ({ line, from, text }) => clickMiddle(showWord, line, from, from + text.length),
    async type(text) {
      for (const key of text) await driver.press(key)
    },
    /** Runs an action and returns the time that it seeks to. */
    async seekBy(act) {
      await evaluate(watchSeeks)
      await act()
      await until('the sound is sent to another place', async () => (await read()).seeks.length > 0)
      await until('it has got there', async () => !(await read()).seeking)
      return (await read()).seeks[0]
    },
    pauseAt,
    async playFrom(time) {
      await pauseAt(time)
      await click('#play-button')
      await until(`the sound plays from ${time}`, async () => {
        const { currentTime, paused } = await read()
        return !paused && currentTime > time + 0.5
      })
      await evaluate(leaveFocus)
    },
    async expectPlaying(what) {
      const { currentTime: before } = await read()
      await until(`${what}: the sound plays on`, async () => {
        const { currentTime, paused } = await read()
        return !paused && currentTime > before + 0.3
      })
    },
    async expectPaused(what) {
      const before = await read()
      await delay(400)
      const after = await read()
      expect(before.paused && after.paused, `${what}: the sound is not paused`)
      expectNear(after.currentTime, before.currentTime, 0.001, `${what}: the time`)
    },
    /** Seconds of the recording in a second of wall-clock time. */
    paceOver: (seconds) => evaluate(measurePace, seconds),
    complaints: async () => [
      ...complaintsBefore,
      ...(await evaluate(readComplaints)),
      ...driver.consoleErrors(),
    ],
  }
}

// The functions below run in the page.

function readPage() {
  const { currentTime, duration, paused, seeking, playbackRate } = document.querySelector('video')
  const seeks = window.earshotSeeks ?? []
  return { currentTime, duration, paused, seeking, playbackRate, seeks }
}

function isDemoOpen() {
  const audio = document.querySelector('video')
  return (
    document.querySelectorAll('p.transcript-line').length > 0 &&
    audio !== null &&
    audio.readyState >= 2
  )
}

function watchSeeks() {
  const audio = document.querySelector('video')
  if (!window.earshotSeeks) {
    audio.addEventListener('seeking', () => window.earshotSeeks.push(audio.currentTime))
  }
  window.earshotSeeks = []
}

function putSound(time) {
  const audio = document.querySelector('video')
  audio.pause()
  audio.currentTime = time
}

function leaveFocus() {
  document.activeElement?.blur()
}

async function measurePace(seconds) {
  const audio = document.querySelector('video')
  const from = { world: performance.now(), sound: audio.currentTime }
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return ((audio.currentTime - from.sound) * 1000) / (performance.now() - from.world)
}

async function letFramesPass(count) {
  for (let left = count; left > 0; left--) await new Promise(requestAnimationFrame)
}

function showElement(selector, at) {
  const element = document.querySelectorAll(selector)[at]
  if (!element) return null
  const middle = () => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return { x: left + width / 2, y: top + height / 2 }
  }
  const { x, y } = middle()
  const isScrolled = !element.contains(document.elementFromPoint(x, y))
  if (isScrolled) element.scrollIntoView({ block: 'center' })
  return { ...middle(), isScrolled }
}

function showWord(line, from, to) {
  const paragraph = document.querySelectorAll('p.transcript-line')[line]
  if (!paragraph) return null
  const range = document.createRange()
  range.setStart(paragraph.lastChild, from)
  range.setEnd(paragraph.lastChild, to)
  const middle = () => {
    const { left, top, width, height } = range.getClientRects()[0]
    return { x: left + width / 2, y: top + height / 2 }
  }
  const { x, y } = middle()
  const isScrolled = !paragraph.contains(document.elementFromPoint(x, y))
  if (isScrolled) paragraph.scrollIntoView({ block: 'center' })
  return { ...middle(), isScrolled }
}
