import { fixtureNames } from './fixtures.mjs'
import { wordsInLine } from './transcript.mjs'

/**
 * Who is measured: where its page for a transcript is, and how its page is looked at. `look` runs in the
 * page before anything else there and leaves `window.look`:
 * `root()`, the element that holds the transcript; `range(index)`, the stretch of a word;
 * `isMarked(index)`, whether the page marks that word as the one being spoken.
 */
export function createPlayers({ app, fixtures }) {
  const earshot = (name, preferences) => ({
    name,
    look: lookAtEarshot,
    lookArgument: wordsInLine,
    storage: {
      origins: [
        {
          origin: new URL(app).origin,
          localStorage: [{ name: 'earshot.preferences', value: JSON.stringify(preferences) }],
        },
      ],
    },
    address(count) {
      const { recording, transcript } = fixtureNames(count)
      const query = new URLSearchParams({
        audio: fixtures + recording,
        transcript: fixtures + transcript,
      })
      return `${app}?${query}`
    },
  })
  return {
    collapsed: earshot('Earshot, waveform collapsed', { showWaveform: false }),
    shown: earshot('Earshot, waveform shown', { showWaveform: true }),
    peer: {
      name: 'hyperaudio-lite',
      look: lookAtHyperaudio,
      address: (count) => fixtures + fixtureNames(count).page,
    },
  }
}

function lookAtEarshot(wordsInLine) {
  const look = {
    root: () => document.querySelector('.transcript-lines'),
    range(index) {
      const line = document.querySelector(`[data-line="${Math.floor(index / wordsInLine)}"]`)
      const text = line?.lastChild
      const words = text?.data.split(' ') ?? []
      if (words.length !== wordsInLine) throw new Error(`line of word ${index}: “${text?.data}”`)
      const before = words.slice(0, index % wordsInLine)
      const from = before.join(' ').length + (before.length > 0 ? 1 : 0)
      const range = document.createRange()
      range.setStart(text, from)
      range.setEnd(text, from + words[before.length].length)
      return range
    },
    isMarked(index) {
      const { startContainer, startOffset } = look.range(index)
      return [...(CSS.highlights.get('spoken-word') ?? [])].some(
        (range) => range.startContainer === startContainer && range.startOffset === startOffset,
      )
    },
  }
  window.look = look
}

function lookAtHyperaudio() {
  const span = (index) =>
    document.querySelector(`[data-m="${index * 360}"]:not(.transcript-speaker)`)
  window.look = {
    root: () => document.querySelector('#hypertranscript'),
    range(index) {
      const text = span(index).firstChild
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(text, text.data.trimEnd().length)
      return range
    },
    isMarked: (index) => span(index)?.matches('.active > .active') ?? false,
  }
}
