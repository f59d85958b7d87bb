import { launchers } from '../engines/drivers/drivers.mjs'
import { closeWhenInterrupted, listenForInterruption } from '../engines/machine/interruption.mjs'
import { ensurePackages } from '../engines/machine/packages.mjs'
import { endAllProcesses } from '../engines/machine/processes.mjs'
import { readInBrowser } from './browser.mjs'
import { casesOfFiles, casesOfTexts, compare, linesOfCues } from './compare.mjs'
import { findFiles } from './files.mjs'
import { generateFiles } from './generate-file.mjs'
import { readOptions, usage } from './options.mjs'
import { loadOurs } from './ours.mjs'
import { serveEmptyPage } from './page-server.mjs'
import { tallyOfParties, toParagraph, toTable } from './table.mjs'
import { readByThird, treeByThird } from './third.mjs'

/**
 * `npm run conformance:webvtt`: compares the cues that the app reads from WebVTT files, and their trees, with those of
 * browsers' `<track>`. Exits with 1 if the browsers agree and the app differs.
 */
listenForInterruption()
process.once('exit', endAllProcesses)

const us = 'earshot'
const third = 'webvtt-parser'

try {
  const options = readOptions(process.argv.slice(2))
  if (options.help) console.log(usage)
  else process.exitCode = await runAll(options)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function runAll({ seed, count, engines, show }) {
  ensurePackages(engines)
  const files = [...generateFiles({ seed, count }), ...findFiles()]
  const answers = { [us]: await readOurselves(files) }
  for (const engine of engines) answers[engine] = await readInEngine(engine, files)

  const found = {
    'files’ cues': compare(casesOfFiles(files, answers), us, engines),
    'cues’ trees': compare(casesOfTexts(files, answers), us, engines),
  }
  askThird(files, found)
  console.log(`\n${toTable(found, engines)}`)
  for (const [what, { wrong, disputed }] of Object.entries(found)) {
    report(`${what}: the browsers agree, and not with us`, wrong, show)
    report(`${what}: the browsers differ`, disputed, show)
  }
  return Object.values(found).every(({ wrong }) => wrong.length === 0) ? 0 : 1
}

async function readOurselves(files) {
  const ours = await loadOurs()
  try {
    const read = []
    for (const file of files) read.push(await ours.read(file))
    return read
  } finally {
    await ours.close()
  }
}

async function readInEngine(engine, files) {
  const page = await serveEmptyPage()
  const driver = await launchers[engine]()
  const forget = closeWhenInterrupted(driver.close)
  try {
    console.log(`${driver.version}: ${files.length.toLocaleString('en')} files`)
    await driver.open(page.address)
    return await readInBrowser(driver, files)
  } finally {
    forget()
    await driver.close()
    page.close()
  }
}

/** Adds the results of webvtt-parser, which no figure counts, to all cases in which implementations differ. */
function askThird(files, found) {
  const byName = new Map(files.map((file) => [file.name, file]))
  const [ofFiles, ofTexts] = Object.values(found)
  for (const one of [...ofFiles.wrong, ...ofFiles.disputed]) {
    one.answers[third] = linesOfCues(readByThird(byName.get(one.name)))
  }
  for (const one of [...ofTexts.wrong, ...ofTexts.disputed]) {
    one.answers[third] = treeByThird(JSON.parse(one.name))
  }
}

function report(heading, cases, show) {
  if (cases.length === 0) return
  console.log(`\n${heading}\n  ${tallyOfParties(cases).join('\n  ')}\n`)
  for (const one of cases.slice(0, show)) console.log(toParagraph(one))
  if (cases.length > show) console.log(`  … and ${(cases.length - show).toLocaleString('en')} more`)
}
