import { createRandom } from '../webvtt/random.mjs'
import { channels } from './channel.mjs'
import { conditions } from './conditions.mjs'
import { licenceSentences } from './licence-text.mjs'
import { planRecording } from './plan.mjs'
import { promptsOf } from './prompts.mjs'
import { keepRecording } from './recording-cache.mjs'
import { renderPlan } from './render.mjs'

/** Raise this when the same order gives another recording: cached recordings are then built again. */
const version = 3

/**
 * Builds a recording of prompts, or takes it from the cache.
 *
 * @param {object} wanted
 * @param {'tuning' | 'measuring'} wanted.half
 * @param {string} [wanted.language] of the script
 * @param {number} wanted.minutes
 * @param {string} wanted.condition of conditions.mjs
 * @param {number} [wanted.seed]
 * @returns {Promise<import('./recording-cache.mjs').Composed>}
 */
export async function composeRecording({
  half,
  language = 'en',
  minutes,
  condition: name,
  seed = 1,
}) {
  const condition = conditions[name]
  if (condition === undefined) {
    throw new Error(
      `There is no condition “${name}”. There is: ${Object.keys(conditions).join(', ')}`,
    )
  }
  const key = `${half}.${language}.${minutes}min.${name}.${seed}.v${version}`
  return keepRecording(key, async (sound) => {
    const found = plan({ half, language, minutes, condition, seed })
    await renderPlan(found, { path: sound, condition, random: createRandom(seed + 1000) })
    if (condition.channel !== null) await channels[condition.channel](sound)
    return factsOf(found, { half, language, condition })
  })
}

function plan({ half, language, minutes, condition, seed }) {
  return planRecording({
    prompts: promptsOf({ half, language: condition.spoken ?? language }),
    foreign: condition.isAdded
      ? promptsOf({ half, language: language === 'fr' ? 'en' : 'fr' })
      : [],
    condition,
    seconds: minutes * 60,
    random: createRandom(seed),
  })
}

function factsOf({ lines, seconds }, { half, language, condition }) {
  const foreignTo = otherTexts({ half, language, condition })
  const isHeard = foreignTo === null && !condition.isMute
  const texts = lines.map(({ text }, at) => foreignTo?.[at % foreignTo.length] ?? text)
  return {
    seconds,
    script: { language, lines: texts.map((text) => ({ text, kind: 'speech' })) },
    truth: lines.map(({ at, prompt }) =>
      isHeard && at !== null ? { start: at, end: at + prompt.end - prompt.start } : null,
    ),
    absentWords: texts.flatMap((text, line) =>
      wordsWithin(isHeard ? lines[line].absent : [{ from: 0, to: text.length }], text).map(
        (stretch) => ({ line, ...stretch }),
      ),
    ),
    words: [],
  }
}

/** Text that is not spoken in this recording; `null` if the transcript is the recording's own. */
function otherTexts({ half, language, condition }) {
  if (condition.text === 'other') return licenceSentences()
  return condition.spoken === null ? null : promptsOf({ half, language }).map(({ text }) => text)
}

const wordsWithin = (stretches, text) =>
  [...text.matchAll(/\S+/g)]
    .filter(({ 0: word }) => /[\p{L}\p{N}]/u.test(word))
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
    .filter(({ from, to }) => stretches.some((stretch) => stretch.from <= from && to <= stretch.to))
