import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ensurePackage } from './debian.mjs'
import { halfOf } from './halves.mjs'
import { readSamples, sampleRate } from './read-samples.mjs'
import { keepSounds } from './audio-cache.mjs'
import { speechBounds } from './speech-bounds.mjs'

/** Debian's telephone prompts, and the folder of each voice. */
const voices = {
  en: 'en_US_f_Allison',
  fr: 'fr_CA_f_June',
  es: 'es_MX_f_Allison',
  it: 'it_IT_m_Carlo',
  ru: 'ru_RU_f_IvrvoiceRU',
}

/** Tones, silence and the alphabet are not sentences. */
const isPassedOver = (name) => /^(silence|letters|phonetic)\/|beep|tone$/.test(name)
/** `[sound of monkeys]`, `(note: …)`: descriptions that are not spoken. */
const hasRemarks = (text) => /[[\]<>()]/.test(text)
/** Characters a second. Outside of this range, the text does not match the speech. */
const slowest = 4
const fastest = 30

/**
 * A spoken sentence, and its position in the samples.
 *
 * @typedef {object} Prompt
 * @property {string} name
 * @property {string} text
 * @property {number} words
 * @property {number} start seconds; where speech begins
 * @property {number} end
 * @property {Int16Array} samples 16 kHz, mono
 */

/**
 * One half of the prompts of a voice. `tuning` is for developing the aligner; `measuring` is not used for that.
 *
 * @param {{ language: string, half: 'tuning' | 'measuring' }} wanted
 * @returns {Prompt[]} in the order of their names
 */
export const promptsOf = ({ language, half }) =>
  allPrompts(language).filter(({ name }) => halfOf(name) === half)

const allPrompts = (language) => keepSounds(`prompts-${language}`, () => decodeAll(language))

function* decodeAll(language) {
  const texts = `/usr/share/doc/asterisk-core-sounds-${language}/core-sounds-${language}.txt.gz`
  const spoken = `/usr/share/asterisk/sounds/${voices[language]}`
  ensurePackage(`asterisk-core-sounds-${language}`, texts)
  ensurePackage(`asterisk-core-sounds-${language}-g722`, spoken)
  for (const { name, text } of readTexts(gunzipSync(readFileSync(texts)).toString())) {
    const path = join(spoken, `${name}.g722`)
    if (!existsSync(path)) continue
    const samples = readSamples(path, ['-f', 'g722'])
    const bounds = speechBounds(samples, sampleRate)
    if (bounds === null) continue
    const pace = text.length / (bounds.end - bounds.start)
    if (pace >= slowest && pace <= fastest) {
      yield { name, text, words: text.split(' ').length, ...bounds, samples }
    } else console.error(`${name}: left out, ${pace.toFixed(0)} characters a second: “${text}”`)
  }
}

/** Parses lines of `name: text`; `;` begins a comment. */
function readTexts(file) {
  return file
    .split('\n')
    .map((line) => /^([\w/.-]+):\s*(.*?)\s*$/.exec(line))
    .filter((match) => match !== null)
    .map(([, name, text]) => ({ name, text: text.normalize('NFC').replaceAll(/\s+/g, ' ') }))
    .filter(({ name, text }) => text !== '' && !isPassedOver(name) && !hasRemarks(text))
}
