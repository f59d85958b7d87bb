/**
 * What of the whole cues is lost without a word: one phrase a cue. A cue is not lost if all its words are shown, or if
 * a problem names one of its lines, or if the list of a problem's lines is cut short (“and 4 more”).
 *
 * @param {import('../../../src/formats/read-transcript.ts').ReadResult} result
 * @param {readonly import('./generate.mjs').WholeCue[]} whole
 */
export function findLost({ transcript, problems }, whole) {
  const segments = transcript?.segments ?? []
  const speakers = transcript?.speakers ?? []
  const shown = new Set(
    [...segments.map(({ text }) => text), ...speakers.map(({ name }) => name)].flatMap(
      (text) => text.match(/[a-z]+/g) ?? [],
    ),
  )
  // A note is about something that is shown.
  const reports = problems.filter(({ severity }) => severity !== 'note')
  const isNamed = ({ from, to }) =>
    reports.some(
      ({ line, message }) =>
        / more\)/.test(message) || linesIn(message, line).some((at) => at >= from && at <= to),
    )
  return whole.flatMap((cue) => {
    const lost = cue.words.filter((word) => !shown.has(word))
    const isSaid = cue.isReported ? problems.length > 0 : isNamed(cue)
    if (lost.length === 0 || isSaid) return []
    return [`${lost.length} words of cue ${cue.number} are lost, and no problem says so`]
  })
}

/** The lines that a message lists as “(line 3)” or “(lines 3, 9 and 27)”, and the problem's own. */
function linesIn(message, line) {
  const list = /\(lines? ([\d,. ]+)/.exec(message)?.[1] ?? ''
  const numbers = list.split(/, /).map((part) => Number(part.replaceAll(/\D/g, '')))
  return line === undefined ? numbers : [line, ...numbers]
}
