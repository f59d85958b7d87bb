import { formats } from '../../../make/recordings/formats.mjs'
import { lengths } from '../../../make/recordings/options.mjs'

/** These at every length, the others at one hour. */
const mainFormats = ['mp3-cbr', 'mp3-vbr']
const usualLength = '1h'

/** For `parseArgs`. */
export const recordingOptions = {
  length: { type: 'string' },
  formats: { type: 'string' },
  rounds: { type: 'string', default: '3' },
  address: { type: 'string' },
}

export const recordingUsage =
  '[--length 10m,10h] [--formats mp3-cbr,aac-m4a] [--rounds 3] [--address of a built app]'

/**
 * A recording to measure.
 *
 * @typedef {object} Recording
 * @property {import('../../../make/recordings/formats.mjs').Format} format
 * @property {string} length a key of `lengths`
 */

/**
 * Which recordings are measured, those of one format from the shortest to the longest. Where only a length
 * is given it is that of all formats, where only formats are given they are measured at every length.
 *
 * @returns {{ recordings: Recording[], rounds: number, address: string | null }} Throws a sentence where it makes no sense.
 */
export function readRecordingOptions({ length, formats: written, rounds, address }) {
  const ids = formats.map(({ id }) => id)
  const askedFormats = listOf(written, ids, 'format')
  const askedLengths = listOf(length, Object.keys(lengths), 'length')
  const lengthsOf = (id) => {
    if (askedLengths) return Object.keys(lengths).filter((each) => askedLengths.includes(each))
    return askedFormats || mainFormats.includes(id) ? Object.keys(lengths) : [usualLength]
  }
  const order = askedFormats ?? [...new Set([...mainFormats, ...ids])]
  if (!(Number.isInteger(Number(rounds)) && Number(rounds) > 0)) {
    throw new Error(`--rounds is a whole number, 1 or more, not “${rounds}”.`)
  }
  return {
    rounds: Number(rounds),
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
