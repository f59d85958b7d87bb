import { differenceFrom, wordless } from './sonnet.mjs'
import { ownFixtures, publicSuites } from './files.mjs'
import { loadFormats } from './load-formats.mjs'
import { printLost } from './strict.mjs'

/**
 * `npm run conformance`: how the readers read every fixture of the project, and the public suites if they
 * are there. Exits with 1 if a fixture is read in another format, or if two serialisations of one text
 * differ. `--strict` lists the fixtures with text that is neither in the reading nor in a problem.
 */
const { readTranscript, formats, close } = await loadFormats()
const failures = []
try {
  const own = await readAll(ownFixtures())
  printByFormat(own)
  for (const { specimen, reading } of own) {
    const isRead = reading.transcript !== null && reading.format === specimen.format
    if (!isRead) failures.push(`${specimen.format}/${specimen.name}: ${why(reading)}`)
  }
  if (process.argv.includes('--strict')) {
    console.log('\nneither in the reading nor in a problem')
    const lost = printLost(own)
    if (lost > 0) failures.push(`${lost} fixtures have text that is neither read nor reported`)
  }
  const suites = await readAll(publicSuites())
  if (suites.length === 0) console.log('\n../shared/suites is not here: nothing else to read.')
  else {
    printEach(suites)
    compareSonnets(suites)
  }
} finally {
  await close()
}
console.log(
  failures.length === 0 ? '\nAll as it should be' : `\n${failures.length} not as it should be:`,
)
for (const failure of failures) console.log(`  ${failure}`)
process.exitCode = failures.length === 0 ? 0 : 1

async function readAll(specimens) {
  const read = []
  for (const specimen of specimens) {
    const reading = await readTranscript(specimen.bytes.slice(), { fileName: specimen.name })
    read.push({ specimen, reading })
  }
  return read
}

function printByFormat(read) {
  console.log(`${'format'.padEnd(20)} files   read   segments      words  timed words   problems`)
  for (const { id } of formats) {
    const of = read.filter(({ specimen }) => specimen.format === id)
    const counts = of.map(({ reading }) => countsOf(reading))
    const sum = (key) => counts.reduce((total, each) => total + each[key], 0)
    const isRead = ({ reading }) => reading.transcript !== null && reading.format === id
    console.log(
      `${id.padEnd(20)}${column(of.length, 6)}${column(of.filter(isRead).length, 7)}${column(sum('segments'), 11)}${column(sum('words'), 11)}${column(sum('timed'), 13)}${column(sum('problems'), 11)}`,
    )
    if (of.length === 0) failures.push(`${id}: has no fixture`)
  }
}

function printEach(read) {
  console.log(
    `\n${'public suites'.padEnd(46)} read as            segments      words  timed words   problems`,
  )
  for (const { specimen, reading } of read) {
    const name = `${specimen.group}/${specimen.name}`.padEnd(46)
    const { segments, words, timed, problems } = countsOf(reading)
    const format = reading.transcript ? (reading.format ?? '') : '–'
    console.log(
      `${name} ${format.padEnd(17)}${column(segments, 10)}${column(words, 11)}${column(timed, 13)}${column(problems, 11)}${reading.transcript ? '' : `  ${why(reading)}`}`,
    )
  }
}

function compareSonnets(read) {
  const sonnets = read.filter(({ specimen }) => specimen.name.startsWith('sonnet001.'))
  const reference = sonnets.find(({ specimen }) => specimen.name.endsWith('.srt'))
  if (!reference) return
  console.log('\nthe sonnet, beside its SubRip')
  for (const { specimen, reading } of sonnets) {
    const isWordless = wordless.some((extension) => specimen.name.endsWith(`.${extension}`))
    const difference = reading.transcript
      ? differenceFrom(reference.reading.transcript, reading.transcript, specimen.name)
      : why(reading)
    const same = isWordless ? 'no words in it; the same times' : 'the same words and times'
    console.log(`${specimen.name.padEnd(30)} ${difference ?? same}`)
    const isRefusedRightly = isWordless && reading.transcript === null
    if (difference !== null && !isRefusedRightly) failures.push(`${specimen.name}: ${difference}`)
  }
}

function countsOf({ transcript, problems }) {
  const segments = transcript?.segments ?? []
  return {
    segments: segments.length,
    words: segments.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
    timed: segments.reduce((sum, { words }) => sum + words.length, 0),
    problems: problems.length,
  }
}

function why({ format, problems }) {
  return problems.find(({ severity }) => severity === 'error')?.message ?? `read as ${format}`
}

function column(value, width) {
  return value.toLocaleString('en').padStart(width)
}
