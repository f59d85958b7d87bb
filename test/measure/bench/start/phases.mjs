import { wordAt } from '../player/transcript.mjs'

/** A word of the first line, which all pages show without scrolling. */
const clickedWord = 5
const markName = 'bench-interactive'

export const definitions = [
  'All times are since the start of the navigation, with empty caches; the probe is the same in all pages. ' +
    'Document: its last byte has arrived. Scripts: those of the document have run (the end of DOMContentLoaded). ' +
    'Transcript fetched: its last byte has arrived; the peer’s transcript is in its document. First lines: a frame ' +
    'with the first line has been painted. All lines: a frame has been painted with the last word in the document.',
  'Interactive: the first line has been painted, a click on a word of it (tried after each frame) has made the media ' +
    'element seek, and a window of 50 ms has begun in which no task takes 50 ms.',
]

/** What runs in the page, before its own scripts, for `measurePhases`. */
export const preparePhases = (count) => ({
  run: probe,
  argument: { lastWord: wordAt(count - 1, count), clickedWord, markName },
})

/**
 * Waits until all lines are there and the page is interactive. Milliseconds; `transcript` is `null` where the page has
 * fetched none. The sound, which the click may have started, is paused then.
 *
 * @returns {Promise<{ document: number, scripts: number, paint: number, transcript: number | null,
 *   firstLines: number, interactive: number, allLines: number }>}
 */
export const measurePhases = (page) =>
  page.evaluate(async () => {
    const phases = await window.phases
    document.querySelector('audio, video')?.pause()
    return phases
  })

/**
 * Milliseconds of processor time that the main thread of each page took for its tasks from the start of the navigation
 * until it was interactive, in the order of the pages. `trace`: of the categories in `traceCategories`, as JSON.
 */
export function processorTimes(trace) {
  const { traceEvents } = JSON.parse(trace)
  const marks = traceEvents.filter(({ name }) => name === markName)
  const tasks = traceEvents.filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined)
  return marks
    .toSorted((a, b) => a.ts - b.ts)
    .map((mark) => {
      const start = mark.ts - mark.args.data.startTime * 1000
      const ofPage = tasks.filter(
        ({ pid, tid, ts }) => pid === mark.pid && tid === mark.tid && ts >= start && ts < mark.ts,
      )
      if (ofPage.length === 0) throw new Error('the trace has no tasks of the page’s main thread')
      return ofPage.reduce((sum, { tdur }) => sum + tdur, 0) / 1000
    })
}

/** Smaller than the trace of `toplevel`, which has the messages between processes, too. */
export const traceCategories = ['disabled-by-default-devtools.timeline', 'blink.user_timing']

/** Runs in the page. `window.phases` is then what `measurePhases` answers. */
function probe({ lastWord, clickedWord, markName }) {
  const { promise, resolve } = Promise.withResolvers()
  window.phases = promise
  const quietMs = 50
  const found = { firstLines: null, interactive: null, allLines: null }
  let isSought = false
  let quietSince = 0
  let tickedAt = 0

  document.addEventListener('seeking', waitForQuiet, true)
  requestAnimationFrame(look)

  /** What the document has when a frame begins is painted when the task after it runs. */
  function look() {
    const firstLine = window.look.root() ? firstRange() : null
    const isComplete = hasLastWord()
    setTimeout(() => {
      const now = performance.now()
      if (firstLine) found.firstLines ??= now
      if (isComplete) found.allLines ??= now
      if (firstLine && !isSought) click(firstLine)
      if (!isSought || found.allLines === null) requestAnimationFrame(look)
      else finish()
    })
  }

  function firstRange() {
    try {
      return window.look.range(clickedWord)
    } catch {
      return null
    }
  }

  function hasLastWord() {
    const root = window.look.root()
    if (!root) return false
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let text = texts.lastChild()
    while (text?.data.trim() === '') text = texts.previousNode()
    return text?.data.trimEnd().endsWith(lastWord) ?? false
  }

  function click(range) {
    const { left, top, width, height } = range.getBoundingClientRect()
    const place = { clientX: left + width / 2, clientY: top + height / 2 }
    const target = document.elementFromPoint(place.clientX, place.clientY)
    const common = { ...place, bubbles: true, cancelable: true, composed: true, detail: 1 }
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent
      target?.dispatchEvent(new Kind(type, { ...common, pointerType: 'mouse', isPrimary: true }))
    }
  }

  function waitForQuiet() {
    // A page may seek to where it was left; only what follows a click counts.
    if (isSought || found.firstLines === null) return
    isSought = true
    quietSince = tickedAt = performance.now()
    setTimeout(tick)
  }

  function tick() {
    const now = performance.now()
    if (now - tickedAt >= quietMs) quietSince = now
    tickedAt = now
    if (now - quietSince < quietMs) setTimeout(tick)
    else {
      found.interactive = quietSince
      performance.mark(markName, { startTime: quietSince })
      finish()
    }
  }

  function finish() {
    if (found.interactive === null || found.allLines === null) return
    const [navigation] = performance.getEntriesByType('navigation')
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const ends = performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.vtt'))
      .map(({ responseEnd }) => responseEnd)
    resolve({
      document: navigation.responseEnd,
      scripts: navigation.domContentLoadedEventEnd,
      paint: paint.startTime,
      transcript: ends.length > 0 ? Math.max(...ends) : null,
      ...found,
    })
  }
}
