/**
 * @typedef {object} ReadCue
 * @property {number} start in seconds
 * @property {number} end
 * @property {string} text as written
 * @property {string} tree by createTree
 *
 * The results of all readers for a file's list of cues, or for the tree of one cue's text.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {boolean} isValid
 * @property {Record<string, string>} answers by reader
 */

/** The lists of cues, file by file, without their trees. */
export function casesOfFiles(files, answers) {
  return files.map(({ name, isValid }, index) => ({
    name,
    isValid,
    answers: mapValues(answers, (read) => linesOfCues(read[index])),
  }))
}

/** The trees of all texts that each of the engines took for a cue's. */
export function casesOfTexts(files, answers) {
  const cases = new Map()
  for (const [reader, read] of Object.entries(answers)) {
    for (const [index, cues] of read.entries()) {
      for (const { text, tree } of cues) {
        const found = cases.get(text) ?? { name: JSON.stringify(text), isValid: false, answers: {} }
        found.isValid ||= files[index].isValid
        found.answers[reader] = tree
        cases.set(text, found)
      }
    }
  }
  const readers = Object.keys(answers)
  return [...cases.values()].filter((one) => readers.every((reader) => reader in one.answers))
}

/**
 * @param {Case[]} cases
 * @param {string} ours the reader that is tested
 * @param {string[]} engines
 */
export function compare(cases, ours, engines) {
  const isEqual = ({ answers }, engine) => answers[engine] === answers[ours]
  const doAgree = ({ answers }) =>
    engines.every((engine) => answers[engine] === answers[engines[0]])
  const count = (test) => cases.filter(test).length
  return {
    all: cases.length,
    valid: count(({ isValid }) => isValid),
    equal: Object.fromEntries(
      engines.map((engine) => [engine, count((one) => isEqual(one, engine))]),
    ),
    equalValid: Object.fromEntries(
      engines.map((engine) => [engine, count((one) => one.isValid && isEqual(one, engine))]),
    ),
    wrong: cases.filter((one) => doAgree(one) && !isEqual(one, engines[0])),
    disputed: cases.filter((one) => !doAgree(one)),
  }
}

/** A list of cues as lines that can be compared, without the trees. */
export const linesOfCues = (cues) => cues.map(lineOfCue).join('\n')

const lineOfCue = ({ start, end, text }) =>
  `${start.toFixed(3)} ${end.toFixed(3)} ${JSON.stringify(text)}`

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
