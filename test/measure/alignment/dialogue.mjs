import { createRandom } from '../webvtt/random.mjs'
import { conditions } from './conditions.mjs'
import { withEdits } from './plan.mjs'
import { keepRecording } from './recording-cache.mjs'
import { renderPlan } from './render.mjs'
import { sayAll } from './synthetic-voices.mjs'

/** Raise this when the same order gives another recording. */
const version = 2
/** Seconds between the sentences of a turn, and between turns. */
const pauses = { sentence: [0.1, 0.45], turn: [0.2, 1.1] }
/** Sentences of a turn. */
const longestTurn = 3

/**
 * A dialogue of voices; each turn is a line of the script. The time of each word is known.
 *
 * @param {object} wanted
 * @param {string} wanted.name of the case, under which it is cached
 * @param {string} wanted.language
 * @param {readonly string[]} wanted.sentences
 * @param {readonly import('./synthetic-voices.mjs').Voice[]} wanted.voices
 * @param {keyof typeof conditions} [wanted.condition]
 * @param {boolean} [wanted.isEdited] with an edited text
 * @returns {Promise<import('./recording-cache.mjs').Composed>}
 */
export const composeDialogue = ({
  name,
  language,
  sentences,
  voices,
  condition = 'clean',
  isEdited = false,
}) =>
  keepRecording(
    `dialogue.${name}.${condition}${isEdited ? '.edited' : ''}.v${version}`,
    async (sound) => {
      const random = createRandom(1)
      const turns = takeTurns({ name, sentences, voices, random })
      const { said, seconds } = placeTurns(turns, random)
      await renderPlan(
        { said: said.map(({ at, spoken }) => ({ at, prompt: spoken })), seconds, music: [] },
        { path: sound, condition: conditions[condition], random },
      )
      const facts = factsOf({ said, seconds, language })
      return isEdited ? edited(facts, { random, sentences }) : facts
    },
  )

/** With an edited text; the times of its words are not known. */
function edited(facts, { random, sentences }) {
  const prompts = sentences.map((text) => ({ text }))
  const lines = facts.script.lines.map(({ text }) => withEdits(text, { random, prompts }))
  return {
    ...facts,
    script: { ...facts.script, lines: lines.map(({ text }) => ({ text, kind: 'speech' })) },
    absentWords: lines.flatMap(({ absent }, line) => absent.map((span) => ({ line, ...span }))),
    words: [],
  }
}

function takeTurns({ name, sentences, voices, random }) {
  const spoken = voices.map((voice) => sayAll({ name, voice, sentences }))
  const turns = []
  for (let at = 0; at < sentences.length;) {
    const count = Math.min(1 + random.below(longestTurn), sentences.length - at)
    turns.push(spoken[turns.length % voices.length].slice(at, at + count))
    at += count
  }
  return turns
}

function placeTurns(turns, random) {
  const between = ([least, most]) => least + (random.below(1000) / 1000) * (most - least)
  const said = []
  let at = 0.6
  for (const [line, turn] of turns.entries()) {
    let before = ''
    for (const spoken of turn) {
      said.push({ at, spoken, line, offset: before.length })
      before += `${spoken.text} `
      at += spoken.end - spoken.start + between(pauses.sentence)
    }
    at += between(pauses.turn)
  }
  return { said, seconds: at + 0.5 }
}

function factsOf({ said, seconds, language }) {
  const lines = []
  for (const piece of said) (lines[piece.line] ??= []).push(piece)
  return {
    seconds,
    script: {
      language,
      lines: lines.map((turn) => ({
        text: turn.map(({ spoken }) => spoken.text).join(' '),
        kind: 'speech',
      })),
    },
    truth: lines.map((turn) => ({
      start: turn[0].at,
      end: turn.at(-1).at + turn.at(-1).spoken.end - turn.at(-1).spoken.start,
    })),
    absentWords: [],
    words: said.flatMap(({ at, spoken, line, offset }) =>
      spoken.wordTimes.map(({ from, to, start, end }) => ({
        line,
        from: from + offset,
        to: to + offset,
        start: at + start - spoken.start,
        end: at + end - spoken.start,
      })),
    ),
  }
}
