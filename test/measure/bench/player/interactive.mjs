import { wordAt } from './transcript.mjs'

/** A word of the first line, which both players show without scrolling. */
const clickedWord = 5

export const definition =
  'interactive: from the start of the navigation, with empty caches, until the last word is in the ' +
  'page, a frame has been painted since, a click on a word (tried every 16 ms) has made the media ' +
  'element seek, and a window of 50 ms has begun in which no task takes 50 ms. The probe is the same ' +
  'in both pages.'

/** What runs in the page, before its own scripts, for `timeOfInteractive`. */
export const prepareInteractive = (count) => ({
  run: probe,
  argument: { lastWord: wordAt(count - 1, count), clickedWord },
})

/** Milliseconds. The sound, which the click may have started, is paused then. */
export const timeOfInteractive = (page) =>
  page.evaluate(async () => {
    const time = await window.interactive
    document.querySelector('audio, video').pause()
    return time
  })

/** Runs in the page. Times are since the start of the navigation. */
function probe({ lastWord, clickedWord }) {
  const { promise, resolve } = Promise.withResolvers()
  window.interactive = promise
  const clickEveryMs = 16
  const quietMs = 50
  let soughtAt = null
  let isPainted = false
  let isPaintAwaited = false
  let clickedAt = -Infinity
  let quietSince = null
  let tickedAt = 0

  document.addEventListener('seeking', () => (soughtAt ??= performance.now()), true)
  setTimeout(tick)

  function tick() {
    const now = performance.now()
    if (soughtAt !== null && isPainted) {
      if (quietSince === null || now - tickedAt >= quietMs) quietSince = now
      if (now - quietSince >= quietMs) {
        resolve(quietSince)
        return
      }
    } else if (isPainted) {
      if (now - clickedAt >= clickEveryMs) {
        clickedAt = now
        click()
      }
    } else if (!isPaintAwaited && hasLastWord()) {
      isPaintAwaited = true
      requestAnimationFrame(() => setTimeout(() => (isPainted = true)))
    }
    tickedAt = now
    setTimeout(tick)
  }

  function hasLastWord() {
    const root = window.look.root()
    if (!root) return false
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let text = texts.lastChild()
    while (text?.data.trim() === '') text = texts.previousNode()
    return text?.data.trimEnd().endsWith(lastWord) ?? false
  }

  function click() {
    const { left, top, width, height } = window.look.range(clickedWord).getBoundingClientRect()
    const place = { clientX: left + width / 2, clientY: top + height / 2 }
    const target = document.elementFromPoint(place.clientX, place.clientY)
    const common = { ...place, bubbles: true, cancelable: true, composed: true, detail: 1 }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
      target?.dispatchEvent(new Kind(type, { ...common, pointerType: 'mouse', isPrimary: true }))
    }
  }
}
