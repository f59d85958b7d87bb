import { cases } from '../../alignment/cases.mjs'
import { loadEngine, modelFiles } from '../../alignment/load-engine.mjs'
import { measureCase } from '../../alignment/measure-case.mjs'
import { fails, toRowAlone } from '../recordings/rows.mjs'

export const definition =
  'error: how far the start of a line’s first word, or of each word, is from where it is known to be, in recordings ' +
  'composed of prompts that took no part in building the aligner, and of synthetic voices; in Node. Beyond 250 ms: ' +
  'lines that begin further off, and lines without a time. `npm run align:measure` measures many more.'

/** The most that each may be. */
const clean = [
  ['error of lines, median, ms', ({ lines }) => toMs(lines.median), 25],
  ['error of lines, p95, ms', ({ lines }) => toMs(lines.p95), 60],
  ['beyond 250 ms, %', ({ lines }) => toPercent(1 - lines.within), 1],
]

const wanted = [
  { name: 'en clean 6 min', figures: clean },
  {
    name: 'en noise 6 min',
    figures: [
      ['beyond 250 ms and not unsure, %', ({ lines }) => toPercent(1 - lines.withinOrUnsure), 5],
      ['beyond 250 ms of those sure, %', ({ lines }) => ofSure(lines), 2],
    ],
  },
  {
    name: 'en absent-text 6 min',
    figures: [...clean, ['words not in the sound, yet sure', ({ absent }) => absent.sure, 0]],
  },
  {
    name: 'words flite rms+slt',
    figures: [
      ['error of words, median, ms', ({ words }) => toMs(words.median), 20],
      ['error of words, p95, ms', ({ words }) => toMs(words.p95), 100],
    ],
  },
]

/** The quick form of `npm run align:measure`: rows of the bench. */
export async function measureInNode({ log }) {
  const world = { engine: await loadEngine(), files: modelFiles() }
  const rows = []
  for (const { name, figures } of wanted) {
    log(name)
    const { make } = cases.find((each) => each.name === name)
    const { score, cpu } = await measureCase({ name, ...(await make('measuring')) }, world)
    for (const [what, figureOf, target] of figures) {
      const earshot = figureOf(score) ?? fails
      rows.push(toRowAlone({ name: `alignment of ${name}, ${what}`, earshot, target }))
    }
    const what = `alignment of ${name}, CPU in Node for a second of sound, s`
    rows.push(toRowAlone({ name: what, earshot: cpu }))
  }
  return rows
}

const toMs = (seconds) => (seconds === null ? null : seconds * 1000)
const toPercent = (share) => share * 100
const ofSure = ({ sureWithin }) => (sureWithin === null ? null : toPercent(1 - sureWithin))
