/**
 * Runs in a page before its own scripts, the same in every page that is measured. `window.opening` then
 * tells, in milliseconds of `performance.now()`, when the page was given a file, when what it says in
 * `data-peaks` changed, when sound was heard, and which tasks of the main thread took 50 ms or more.
 *
 * @param {{ presses: boolean }} options whether Earshot's play button is pressed as soon as it can be
 */
export function watchOpening({ presses }) {
  const opening = { givenAt: null, soundAt: null, states: [], tasks: [], onChange: () => {} }
  window.opening = opening
  document.addEventListener('input', ({ timeStamp, target }) => {
    if (target.type === 'file') opening.givenAt ??= timeStamp
  })
  document.addEventListener('playing', ({ target }) => waitForSound(target), true)
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      opening.tasks.push({ startTime, duration })
    }
  }).observe({ type: 'longtask', buffered: true })
  new MutationObserver(() => {
    noteState()
    if (presses) pressPlay()
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-peaks', 'disabled'],
  })

  function noteState() {
    const name = document.querySelector('[data-peaks]')?.dataset.peaks
    if (name === undefined || name === opening.states.at(-1)?.name) return
    // What was before it is of the demo, which the page begins with.
    if (name === 'loading') opening.states = []
    opening.states.push({ name, at: performance.now() })
    opening.onChange()
  }

  function pressPlay() {
    const button = document.querySelector('#play-button')
    if (!button || button.disabled || opening.givenAt === null) return
    presses = false
    button.click()
  }

  function waitForSound(media) {
    if (opening.soundAt !== null) return
    if (media.currentTime === 0) setTimeout(() => waitForSound(media))
    else {
      opening.soundAt = performance.now()
      opening.onChange()
    }
  }
}

/**
 * Runs in the page; resolves with the first state of the given file that has one of these names. A page
 * that begins empty has no state until the file is open.
 */
export function comeTo(names) {
  const { opening } = window
  return new Promise((resolve) => {
    const look = () => {
      const { states, givenAt } = opening
      const isOfTheDemo = states[0]?.name === 'loading' && states[0].at < givenAt
      const state = isOfTheDemo ? undefined : states.find(({ name }) => names.includes(name))
      if (state) resolve(state.name)
    }
    opening.onChange = look
    look()
  })
}

/** Runs in the page; resolves when sound is heard with the milliseconds since the file was given. */
export function hear() {
  const { opening } = window
  return new Promise((resolve) => {
    const look = () => {
      if (opening.soundAt !== null) resolve(opening.soundAt - opening.givenAt)
    }
    opening.onChange = look
    look()
  })
}
