import { strFromU8, unzipSync } from 'fflate'
import { passagesOfInput, wordsIn } from './input-text.mjs'

/** Problems that say that something of the file is not in the reading. */
const accounts =
  /not shown|left out|not read|only (?:its|their) beginning|cut off|removed|ignored|not highlighted|dropped|damaged|could not be|belongs? to no|are shown\. Split|do(?:es)? not exist/

/**
 * What of each fixture’s text is neither in its reading nor in a problem. A problem accounts for the words that it quotes
 * in its sentence, and for as many passages (lines, text nodes, JSON strings) as it counts, no more. Prints a line for
 * each fixture with other words and returns how many there are.
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
    const passages = passagesOfInput(textOf(specimen.bytes, reading), reading.format)
    if (passages === null) continue
    examined += 1
    const missing = missingIn(passages, wordsOfReading(reading))
    if (missing.length === 0) continue
    const counted = passagesCounted(reading.problems)
    if (missing.length <= counted) {
      accounted += 1
      continue
    }
    lost += 1
    const shown = missing.map((words) => words.slice(0, 8).join(' ')).slice(0, 5)
    console.log(
      `  ${`${specimen.format}/${specimen.name}`.padEnd(56)} ${counted} of ${missing.length} passages accounted for: ${shown.join(' · ')}`,
    )
  }
  console.log(
    `\n${examined} of ${read.length} fixtures examined: ${examined - accounted - lost} whole, ${accounted} with problems that count what is not shown, ${lost} with words in neither`,
  )
  return lost
}

function textOf(bytes, { encoding, problems }) {
  const has = (code) => problems.some((problem) => problem.code === code)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return textOfArchive(bytes)
  try {
    const text = new TextDecoder(encoding).decode(bytes)
    const plain = has('encoding-twice') ? decodedAgain(text) : text
    const once = plain.replace(/\r\n?/g, '\n').replaceAll('\0', '')
    return has('references-twice') ? once.replaceAll('&amp;', '&') : once
  } catch {
    return ''
  }
}

/** The document of Word and of OpenDocument, the pages of a book. */
const textParts = /^word\/(?:document|footnotes|endnotes|comments)\.xml$|^content\.xml$|\.x?html?$/

function textOfArchive(bytes) {
  const parts = unzipSync(bytes, { filter: ({ name }) => textParts.test(name) })
  return Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n')
}

/** UTF-8 that was taken for windows-1252 and encoded once more. */
function decodedAgain(text) {
  const decoder = new TextDecoder('windows-1252')
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  const codes = new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return text.replace(/[\u0080-\uffff]+/g, (run) => {
    const encoded = Uint8Array.from(run, (sign) => codes.get(sign) ?? 0)
    return new TextDecoder().decode(encoded)
  })
}

/** The words of the reading, and those that a problem quotes from the file: “…”. */
function wordsOfReading({ transcript, problems }) {
  const { title = '', speakers, chapters, segments } = transcript
  const quoted = problems.flatMap(({ message }) =>
    Array.from(message.matchAll(/“([^”]*)”/g), ([, words]) => words),
  )
  const texts = [
    title,
    ...speakers.map(({ name }) => name),
    ...chapters.map((chapter) => chapter.title),
    ...segments.map(({ text }) => text),
    ...quoted,
  ]
  return new Set(wordsIn(texts.join('\n')))
}

/** The missing words of the passages that have some. A part of a longer word of the reading is not missing. */
function missingIn(passages, found) {
  const whole = [...found].join(' ')
  const isMissing = (word) => !found.has(word) && !whole.includes(word)
  return passages.map((words) => words.filter(isMissing)).filter((words) => words.length > 0)
}

/** `2 lines (line 3) were left out`: 2; `1 tier (“ft”; 3 annotations) is not shown`: 3. Line numbers are no counts. */
function passagesCounted(problems) {
  let sum = 0
  for (const { message } of problems) {
    if (!accounts.test(message)) continue
    const plain = message.replace(/“[^”]*”/g, '“”').replace(/ \(lines? [^)]*\)/g, '')
    const [, inner] = /[(;] ?([\d,]+) \p{L}[^()]*\)/u.exec(plain) ?? []
    const [, first] = /(?:^|\s)([\d,]+) \p{L}/u.exec(plain) ?? []
    sum += Number((inner ?? first ?? '0').replaceAll(',', ''))
  }
  return sum
}
