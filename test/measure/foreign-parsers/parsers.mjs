import { execFile } from 'node:child_process'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
// the package's entry also loads its renderer, which needs a browser
import imsc from 'imsc/src/main/js/doc.js'
import { python } from './tools.mjs'

const run = promisify(execFile)
const much = { maxBuffer: 256 * 2 ** 20 }

/**
 * Other programs. `read` gives what one found in the files of a folder, by file name; `differenceFrom` says in words how that
 * differs from what was written, or `null`.
 */
export const parsers = [
  { name: 'Python srt', extension: 'srt', read: byPython, differenceFrom: ofCues },
  { name: 'Python webvtt', extension: 'vtt', read: byPython, differenceFrom: ofCues },
  { name: 'python-docx', extension: 'docx', read: byPython, differenceFrom: ofDocument },
  { name: 'ffmpeg, SubRip', extension: 'srt', read: byFfmpeg('srt'), differenceFrom: ofTimes },
  { name: 'ffmpeg, WebVTT', extension: 'vtt', read: byFfmpeg('vtt'), differenceFrom: ofTimes },
  { name: 'Praat, TextGrid', extension: 'TextGrid', read: byPraat, differenceFrom: ofIntervals },
  { name: 'imsc, TTML', extension: 'ttml', read: byImsc, differenceFrom: ofTimes },
]

async function byPython(folder) {
  const script = join(import.meta.dirname, 'parse.py')
  const { stdout } = await run(python, [script, folder], much)
  return JSON.parse(stdout)
}

/** ffprobe's packets: it gives the start and the duration of each cue. */
function byFfmpeg(extension) {
  return async (folder) => {
    const found = {}
    for (const name of await filesOf(folder, extension)) {
      const entries = ['-show_entries', 'packet=pts_time,duration_time', '-of', 'json']
      try {
        const { stdout } = await run('ffprobe', ['-v', 'error', ...entries, join(folder, name)])
        found[name] = JSON.parse(stdout).packets.map(
          ({ pts_time: start, duration_time: length }) => ({
            start: ms(start),
            end: ms(Number(start) + Number(length)),
          }),
        )
      } catch (error) {
        found[name] = { error: error.message }
      }
    }
    return found
  }
}

async function byPraat(folder) {
  const script = join(import.meta.dirname, 'intervals.praat')
  const { stdout } = await run('praat', ['--run', script, folder], much)
  const found = {}
  for (const line of stdout.split('\n').filter(Boolean)) {
    const [name, tier, start, end, text] = line.split('\t')
    found[name] ??= []
    found[name].push({ tier, start: ms(start), end: ms(end), text })
  }
  return found
}

async function byImsc(folder) {
  const found = {}
  for (const name of await filesOf(folder, 'ttml')) {
    const errors = []
    const note = (message) => errors.push(message)
    const handler = { info: note, warn: note, error: note, fatal: note }
    const document = imsc.fromXML(await readFile(join(folder, name), 'utf8'), handler)
    found[name] =
      errors.length > 0
        ? { error: errors.join('; ') }
        : paragraphsOf(document.body).map(({ begin, end }) => ({ start: ms(begin), end: ms(end) }))
  }
  return found
}

const paragraphsOf = (element) =>
  element.kind === 'p' ? [element] : (element.contents ?? []).flatMap(paragraphsOf)

function ofTimes({ cues }, found) {
  if (!Array.isArray(found)) return refused(found)
  if (found.length !== cues.length) return `${found.length} cues instead of ${cues.length}`
  const at = cues.findIndex(
    ({ start, end }, index) => found[index].start !== start || found[index].end !== end,
  )
  return at === -1
    ? null
    : `cue ${at + 1} at ${found[at].start}–${found[at].end} instead of ${cues[at].start}–${cues[at].end}`
}

function ofCues(transcript, found) {
  const difference = ofTimes(transcript, found)
  if (difference !== null) return difference
  const at = transcript.cues.findIndex(
    ({ text }, index) => !lettersOfCue(found[index].text).endsWith(lettersOf(text)),
  )
  return at === -1 ? null : `cue ${at + 1} says “${found[at].text}”`
}

/** Each utterance is an interval; where two of one speaker overlap, Praat's tiers cannot hold both at full length. */
function ofIntervals({ cues }, found) {
  if (!Array.isArray(found)) return refused(found)
  const starts = new Set(found.map(({ start }) => start))
  const missing = cues.find(({ start, text }) => text !== '' && !starts.has(start))
  return missing === undefined ? null : `no interval begins at ${missing.start}`
}

function ofDocument({ cues, title }, found) {
  if (found === undefined || 'error' in found) return refused(found)
  if (found.title !== title) return `the title is “${found.title}” instead of “${title}”`
  const text = lettersOf(found.text)
  const missing = cues.find((cue) => !text.includes(lettersOf(cue.text)))
  return missing === undefined ? null : `without “${missing.text}”`
}

const refused = (found) => (found === undefined ? 'it was not read' : found.error)

/** Without blanks and signs: what is left must be the same. */
const lettersOf = (text) => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The letters of a cue without its markup: elements, times of words, character references. */
const lettersOfCue = (text) =>
  lettersOf(
    text
      .replaceAll(/<\/?(?:[bciuv]|font|lang|rt|ruby)\b[^<>]*>|<[\d:.]+>/g, '')
      .replaceAll(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, ''),
  )

const filesOf = async (folder, extension) =>
  (await readdir(folder)).filter((name) => name.endsWith(`.${extension}`)).sort()

const ms = (seconds) => Math.round(Number(seconds) * 1000)
