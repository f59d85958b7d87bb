import { createDeck } from './deck.mjs'

/** Consecutive words of the text that are cut from the audio. */
const absentBlockWords = 194
/** One line in so many is not in the sound, where text is absent; none shorter than that. */
const absentEvery = 15
const absentLeastWords = 3
/** One line in so many lacks words, or has too many; none shorter than that. */
const alteredEvery = 20
const alteredLeastWords = 6
/** One word in so many of an edited text is another, left out, or too many. */
const editedEvery = 15
/** Seconds of what is added to the sound. */
const added = { music: 75, advertisement: 25, talk: 30 }
/** Before anything and after everything, seconds. */
const leadIn = 0.8
const leadOut = 0.5

/**
 * The contents of a recording, and its script. `at`: start of the speech, seconds; `null`: not in the audio.
 *
 * @typedef {object} Plan
 * @property {number} seconds
 * @property {{ at: number, prompt: Pick<import('./prompts.mjs').Prompt, 'samples' | 'start' | 'end'> }[]} said
 * @property {{ from: number, to: number }[]} music seconds
 * @property {{ text: string, prompt: import('./prompts.mjs').Prompt | null, at: number | null,
 *   absent: { from: number, to: number }[] }[]} lines `absent`: spans of the text that are not in the audio
 */

/**
 * @param {object} wanted
 * @param {readonly import('./prompts.mjs').Prompt[]} wanted.prompts
 * @param {readonly import('./prompts.mjs').Prompt[]} wanted.foreign for an advertisement
 * @param {import('./conditions.mjs').Condition} wanted.condition
 * @param {number} wanted.seconds
 * @param {ReturnType<typeof import('../webvtt/random.mjs').createRandom>} wanted.random
 * @returns {Plan}
 */
export function planRecording({ prompts, foreign, condition, seconds, random }) {
  const tape = createTape({ prompts, foreign, pauses: condition.pauses, random })
  const turns = turnsOf(condition, tape)
  const { lines } = tape.plan
  while (tape.now() < seconds) {
    if (turns.length > 0 && tape.now() >= turns[0].share * seconds) turns.shift().act()
    const isNext = (every) => (lines.length + 1) % every === 0
    if (condition.text === 'absent' && isNext(absentEvery)) tape.writeAbsent(absentLeastWords)
    if (condition.text === 'edited') tape.sayLine(1, withEdits)
    else if (condition.text !== 'altered' || !isNext(alteredEvery)) tape.sayLine()
    else if (isNext(2 * alteredEvery)) tape.sayLine(alteredLeastWords, withWordsMore)
    else tape.sayLine(alteredLeastWords, withWordsLess)
  }
  return { ...tape.plan, seconds: tape.now() + leadOut }
}

/** Contents that occur once, at a share of the length, in this order. */
function turnsOf({ isAdded, text }, tape) {
  const advertise = () => {
    tape.playMusic(added.music)
    tape.sayBeside(added.advertisement, 'foreign')
  }
  const leaveOut = () => {
    for (let words = 0; words < absentBlockWords;) words += tape.writeAbsent(1)
  }
  return [
    ...(isAdded ? [{ share: 0.3, act: advertise }] : []),
    ...(text === 'absent' ? [{ share: 0.45, act: leaveOut }] : []),
    ...(isAdded ? [{ share: 0.65, act: () => tape.sayBeside(added.talk, 'own') }] : []),
  ]
}

/** Builds a plan from start to end: each prompt takes its duration and a pause. */
function createTape({ prompts, foreign, pauses: [shortest, longest], random }) {
  const decks = { own: createDeck(prompts, random), foreign: createDeck(foreign, random) }
  const plan = { said: [], music: [], lines: [] }
  let at = leadIn

  function say(prompt) {
    const begun = at
    plan.said.push({ at, prompt })
    at += prompt.end - prompt.start + shortest + (random.below(1000) / 1000) * (longest - shortest)
    return begun
  }

  return {
    plan,
    now: () => at,
    sayLine(leastWords = 1, change = asItIs) {
      const prompt = decks.own.draw(at, ({ words }) => words >= leastWords)
      const written = change(prompt.text, { random, prompts })
      plan.lines.push({ ...written, prompt, at: say(prompt) })
    },
    /** Adds speech that the text does not contain, for at least this many seconds. */
    sayBeside(seconds, deck) {
      for (const end = at + seconds; at < end;) say(decks[deck].draw(at))
    },
    playMusic(seconds) {
      plan.music.push({ from: at, to: at + seconds })
      at += seconds + shortest
    },
    /** Writes text that is not spoken; returns its number of words. */
    writeAbsent(leastWords) {
      const { text, words } = decks.own.draw(at, ({ words }) => words >= leastWords)
      plan.lines.push({ text, prompt: null, at: null, absent: [{ from: 0, to: text.length }] })
      return words
    },
  }
}

const asItIs = (text) => ({ text, absent: [] })

/** Never at the start, where the line's time is measured. */
const placeIn = (words, random) => 2 + random.below(words.length - 4)

/** Leaves out one or two spoken words. */
function withWordsLess(text, { random }) {
  const words = text.split(' ')
  words.splice(placeIn(words, random), 1 + random.below(2))
  return { text: words.join(' '), absent: [] }
}

/** Adds one or two words that are not spoken. */
function withWordsMore(text, { random, prompts }) {
  const words = text.split(' ')
  const place = placeIn(words, random)
  const isFit = (word) => /^\p{L}{4,}$/u.test(word) && !words.includes(word)
  const known = [...new Set(prompts.flatMap(({ text }) => text.split(' ')).filter(isFit))]
  const extra = random.several(1, 2, () => random.pick(known))
  const from = words.slice(0, place).join(' ').length + 1
  words.splice(place, 0, ...extra)
  return { text: words.join(' '), absent: [{ from, to: from + extra.join(' ').length }] }
}

/** Replaces, leaves out or adds single words at random places, never before the first. */
export function withEdits(text, { random, prompts }) {
  const known = [...new Set(prompts.flatMap(({ text }) => text.split(' ')))].filter((word) =>
    /^\p{L}{2,}$/u.test(word),
  )
  const other = (word) => {
    const picked = random.pick(known)
    return picked.toLowerCase() === word.toLowerCase() ? other(word) : picked
  }
  const written = []
  for (const [place, word] of text.split(' ').entries()) {
    const edit = random.below(editedEvery) === 0 ? random.below(3) : null
    if (edit === 0) written.push({ word: other(word), isAbsent: true })
    else if (edit === null || place === 0) written.push({ word, isAbsent: false })
    else if (edit === 2)
      written.push({ word: other(word), isAbsent: true }, { word, isAbsent: false })
  }
  let at = 0
  const absent = []
  for (const { word, isAbsent } of written) {
    if (isAbsent) absent.push({ from: at, to: at + word.length })
    at += word.length + 1
  }
  return { text: written.map(({ word }) => word).join(' '), absent }
}
