import { wordsIn, wordsOfInput } from './input-text.mjs'

/** Problems that say that something of the file is not in the reading. */
const accounts =
  /not shown|left out|not read|only (?:its|their) beginning|cut off|removed|ignored|not highlighted|dropped|damaged|could not be|belongs? to no|are shown\. Split|do(?:es)? not exist|decoded twice|decoded once more/

/**
 * What of each fixture’s text is neither in its reading nor in a problem. Prints a line for each such fixture and returns
 * how many there are.
 *
 * @param {{ specimen: import('./files.mjs').Specimen, reading: any }[]} read
 * @returns {number}
 */
export function printLost(read) {
  let lost = 0
  let examined = 0
  let accounted = 0
  for (const { specimen, reading } of read) {
    if (reading.transcript === null) continue
    const words = wordsOfInput(textOf(specimen.bytes, reading.encoding), reading.format)
    if (words === null) continue
    examined += 1
    const missing = without(words, wordsOfReading(reading))
    if (missing.length === 0) continue
    if (reading.problems.some(({ message }) => accounts.test(message))) {
      accounted += 1
      continue
    }
    lost += 1
    const shown = missing.slice(0, 8).join(' ')
    console.log(
      `  ${`${specimen.format}/${specimen.name}`.padEnd(64)} ${String(missing.length).padStart(5)} words: ${shown}`,
    )
  }
  console.log(
    `\n${examined} of ${read.length} fixtures examined: ${examined - accounted - lost} whole, ${accounted} with a problem that says what is not shown, ${lost} with words in neither`,
  )
  return lost
}

function textOf(bytes, encoding) {
  try {
    return new TextDecoder(encoding).decode(bytes).replace(/\r\n?/g, '\n').replaceAll('\0', '')
  } catch {
    return ''
  }
}

function wordsOfReading({ transcript, problems }) {
  const { title = '', speakers, chapters, segments } = transcript
  const texts = [
    title,
    ...speakers.map(({ name }) => name),
    ...chapters.map((chapter) => chapter.title),
    ...segments.map(({ text }) => text),
    ...problems.map(({ message, quote = '' }) => `${message} ${quote}`),
  ]
  return new Set(wordsIn(texts.join('\n')))
}

/** The words that do not occur; a part of a longer word does. */
function without(words, found) {
  const whole = [...found].join(' ')
  return [...new Set(words)].filter((word) => !found.has(word) && !whole.includes(word))
}
