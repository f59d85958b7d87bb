import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { composeRecording } from './compose.mjs'
import { composeDialogue } from './dialogue.mjs'
import { halfOf } from './halves.mjs'
import { licenceSentences } from './licence-text.mjs'
import { promptsOf } from './prompts.mjs'
import { clips, demo, editedClips, isSonnetHere, sonnet } from './real-recordings.mjs'
import { espeak, flite } from './synthetic-voices.mjs'

/**
 * A recording to measure with. `make` builds it, or takes it from the cache.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {number} minutes about
 * @property {(half: 'tuning' | 'measuring') => Promise<import('./recording-cache.mjs').Composed>} make
 */

const composed = (condition, minutes, language = 'en') => ({
  name: `${language} ${condition} ${minutes} min`,
  minutes,
  make: (half) => composeRecording({ half, language, minutes, condition }),
})

const licenceDialogue = (name, voices, condition = 'clean') => ({
  name: `words ${name}${condition === 'clean' ? '' : ` ${condition}`}`,
  minutes: 10,
  make: (half) =>
    composeDialogue({
      name: `${name}-${half}`,
      language: 'en',
      sentences: licenceSentences().filter((sentence) => halfOf(sentence) === half),
      voices,
      condition,
    }),
})

/** The same with an edited text. */
const editedDialogue = (name, voices) => ({
  name: `edited ${name}`,
  minutes: 10,
  make: (half) =>
    composeDialogue({
      name: `${name}-${half}`,
      language: 'en',
      sentences: licenceSentences().filter((sentence) => halfOf(sentence) === half),
      voices,
      isEdited: true,
    }),
})

/** The text is from this project or from the prompts of the language, spoken by other voices. */
const foreignDialogue = (language, voices) => ({
  name: `words ${language} espeak`,
  minutes: 2,
  make: (half) =>
    composeDialogue({
      name: `${language}-${half}`,
      language,
      sentences: sentencesIn(language, half),
      voices: voices.map((voice) => espeak(voice)),
    }),
})

function sentencesIn(language, half) {
  if (['de', 'pt', 'nl', 'ar'].includes(language)) {
    return readFileSync(join(import.meta.dirname, 'texts', `${language}.txt`), 'utf8')
      .trim()
      .split('\n')
  }
  return promptsOf({ language, half })
    .filter(({ text, words }) => words >= 4 && words <= 20 && !/\d/.test(text))
    .slice(0, 40)
    .map(({ text }) => text)
}

const asItIs = (name, make) => ({ name, minutes: 1, make })

/** @type {readonly Case[]} */
export const cases = [
  ...[1, 6, 30, 60, 180].map((minutes) => composed('clean', minutes)),
  ...['no-pauses', 'noise', 'music', 'reverb', 'telephone', 'mp3-64', 'mp3-32'].map((condition) =>
    composed(condition, 6),
  ),
  ...['no-pauses', 'noise', 'music'].map((condition) => composed(condition, 30)),
  ...['absent-text', 'added-sound', 'absent-and-added', 'altered-lines'].flatMap((condition) => [
    composed(condition, 6),
    composed(condition, 60),
  ]),
  ...['edited', 'edited-no-pauses'].map((condition) => composed(condition, 6)),
  ...['fr', 'es', 'it', 'ru'].map((language) => composed('edited', 6, language)),
  ...['other-text', 'foreign-sound', 'music-only'].map((condition) => composed(condition, 6)),
  ...['clean', 'noise', 'absent-text'].map((condition) => composed(condition, 6, 'fr')),
  composed('clean', 60, 'fr'),
  ...['es', 'it', 'ru'].map((language) => composed('clean', 6, language)),
  licenceDialogue('flite rms+slt', [flite('rms'), flite('slt', 1.1)]),
  licenceDialogue('flite awb+kal16', [flite('awb'), flite('kal16')]),
  licenceDialogue('espeak us+gb', [espeak('en-us+m3'), espeak('en-gb+f2', 1.1)]),
  licenceDialogue('flite rms+slt', [flite('rms'), flite('slt', 1.1)], 'noise'),
  editedDialogue('flite rms+slt', [flite('rms'), flite('slt', 1.1)]),
  editedDialogue('flite awb+kal16', [flite('awb'), flite('kal16')]),
  editedDialogue('espeak us+gb', [espeak('en-us+m3'), espeak('en-gb+f2', 1.1)]),
  foreignDialogue('fr', ['fr+m3', 'fr+f2']),
  foreignDialogue('es', ['es+m3', 'es+f2']),
  foreignDialogue('it', ['it+m3', 'it+f2']),
  foreignDialogue('de', ['de+m3', 'de+f2']),
  foreignDialogue('pt', ['pt+m3', 'pt-br+f2']),
  foreignDialogue('nl', ['nl+m3', 'nl+f2']),
  foreignDialogue('ru', ['ru+m3', 'ru+f2']),
  foreignDialogue('ar', ['ar+m3', 'ar+f2']),
  ...(isSonnetHere() ? [asItIs('sonnet', sonnet)] : []),
  asItIs('librivox', clips),
  asItIs('librivox edited', editedClips),
  asItIs('demo', demo),
]
