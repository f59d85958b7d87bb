/**
 * How a recording differs from its plain prompts.
 *
 * @typedef {object} Condition
 * @property {'as spoken' | 'absent' | 'altered' | 'edited' | 'other'} text how the script differs from the speech
 * @property {boolean} isAdded music, an advertisement and speech that the script does not contain
 * @property {string | null} spoken the language that is spoken instead of the script's
 * @property {readonly [number, number]} pauses between lines, seconds
 * @property {{ kind: 'noise' | 'music', decibels: number } | null} bed under the speech; the speech is louder by this much
 * @property {boolean} isReverberant
 * @property {'telephone' | 'mp3-64' | 'mp3-32' | null} transmission channel of the audio
 * @property {boolean} isMute without speech
 */

/** @type {Condition} */
const clean = {
  text: 'as spoken',
  isAdded: false,
  spoken: null,
  pauses: [0.15, 1.2],
  bed: null,
  isReverberant: false,
  channel: null,
  isMute: false,
}

/** @type {Record<string, Condition>} */
export const conditions = {
  clean,
  'no-pauses': { ...clean, pauses: [0, 0.06] },
  noise: { ...clean, bed: { kind: 'noise', decibels: 10 } },
  music: { ...clean, bed: { kind: 'music', decibels: 5 } },
  reverb: { ...clean, isReverberant: true },
  telephone: { ...clean, channel: 'telephone' },
  'mp3-64': { ...clean, channel: 'mp3-64' },
  'mp3-32': { ...clean, channel: 'mp3-32' },
  'absent-text': { ...clean, text: 'absent' },
  'added-sound': { ...clean, isAdded: true },
  'absent-and-added': { ...clean, text: 'absent', isAdded: true },
  'altered-lines': { ...clean, text: 'altered' },
  edited: { ...clean, text: 'edited' },
  'edited-no-pauses': { ...clean, text: 'edited', pauses: [0, 0.06] },
  'other-text': { ...clean, text: 'other' },
  'foreign-sound': { ...clean, spoken: 'fr' },
  'music-only': { ...clean, isMute: true, bed: { kind: 'music', decibels: 5 } },
}
