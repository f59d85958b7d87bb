import { formats } from '../../../make/recordings/formats.mjs'
import { lengths } from '../../../make/recordings/options.mjs'

/** One of each kind of codec at an hour, and the longest for the memory: with the other areas they end within 90 minutes. */
const usual = {
  'mp3-vbr': ['1h', '10h'],
  'aac-m4a': ['1h'],
  'opus-ogg': ['1h'],
  flac: ['1h'],
  'wav-16': ['1h'],
  'vorbis-ogg': ['1h'],
}

/** For `parseArgs`. */
export const recordingOptions = {
  length: { type: 'string' },
  formats: { type: 'string' },
  rounds: { type: 'string' },
  address: { type: 'string' },
}

export const recordingUsage =
  '[--length 10m,10h] [--formats mp3-cbr,aac-m4a|all] [--rounds 3] [--address of a built app]'

/**
 * A recording to measure.
 *
 * @typedef {object} Recording
 * @property {import('../../../make/recordings/formats.mjs').Format} format
 * @property {string} length a key of `lengths`
 */

/**
 * Which recordings are measured, those of one format from the shortest to the longest. Without formats: one of each kind of
 * codec, at the usual lengths or at those that are given. Formats that are named without a length are measured at every
 * length. `rounds` is null where none is given.
 *
 * @returns {{ recordings: Recording[], rounds: number | null, address: string | null }} Throws a sentence where it makes no sense.
 */
export function readRecordingOptions({ length, formats: written, rounds, address }) {
  const ids = formats.map(({ id }) => id)
  const askedFormats = written === 'all' ? ids : listOf(written, ids, 'format')
  const askedLengths = listOf(length, Object.keys(lengths), 'length')
  const lengthsOf = (id) => {
    const chosen = askedLengths ?? (askedFormats ? Object.keys(lengths) : usual[id])
    return Object.keys(lengths).filter((each) => chosen.includes(each))
  }
  const order = askedFormats ?? Object.keys(usual)
  if (rounds !== undefined && !(Number.isInteger(Number(rounds)) && Number(rounds) > 0)) {
    throw new Error(`--rounds is a whole number, 1 or more, not “${rounds}”.`)
  }
  return {
    rounds: rounds === undefined ? null : Number(rounds),
    address: address ?? null,
    recordings: order.flatMap((id) => {
      const format = formats.find((each) => each.id === id)
      return lengthsOf(id).map((length) => ({ format, length }))
    }),
  }
}

function listOf(written, known, what) {
  const names = written?.split(',') ?? null
  const unknown = names?.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  throw new Error(`There is no ${what} “${unknown}”. There is: ${known.join(', ')}`)
}

/** @param {Recording} recording */
export const formatRecording = ({ format, length }) => `${length} ${format.id}`
