import type { Problem } from '#transcript/problem.ts'
import { countOf, createTally } from '#transcript/problem-tally.ts'
import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import { readBlocks, type Blocks, type OtherBlock } from './blocks.ts'
import { adoptTexts } from './adopt-texts.ts'
import { lengthsWithoutNumbers } from './cue-numbers.ts'
import { asFound, specification } from './dialects.ts'
import { countLinesWithArrow } from './line-cursor.ts'
import { parseStrictTiming } from './timing.ts'

/**
 * Reads a file's cues by the specification. If that gives fewer cues than there are lines with `-->`, reads them
 * leniently and reports it.
 */
export function readCues(
  text: string,
  name: string,
): Omit<Blocks, 'others'> & { problems: Problem[] } {
  const isSigned = specification.findSignature(text) !== null
  const strict: Blocks = isSigned
    ? readBlocks(text, specification)
    : { header: new Map(), cues: [], others: [] }
  const arrows = countLinesWithArrow(text)
  const loose = !isSigned || strict.cues.length < arrows ? readBlocks(text, asFound) : strict
  const blocks = loose.cues.length >= strict.cues.length ? loose : strict
  const tally = createTally()
  // Creates line strings only when needed: most files need none, and creating them takes long.
  const needsLines = blocks !== strict || blocks.others.length > 0 || blocks.cues.length < arrows
  const lines = needsLines ? text.split('\n') : []
  const lengths = blocks.cues.some(({ runsOn }) => runsOn)
    ? lengthsWithoutNumbers(blocks.cues)
    : null
  const whole = blocks.cues.map((cue, index) => {
    if (blocks !== strict) {
      if (parseStrictTiming(lines[cue.line - 1]!) === null) tally.count('cue-repaired', cue.line)
      if (cue.text.includes('-->')) tally.count('arrow-in-text', cue.line)
    }
    const length = lengths?.[index] ?? cue.text.length
    if (length === cue.text.length) {
      if (cue.runsOn && /(?:^|\n)\d{1,9}$/.test(cue.text)) {
        tally.count('number-shown', blocks.cues[index + 1]!.line - 1)
      }
      return cue
    }
    tally.count('blank-line-missing', blocks.cues[index + 1]!.line)
    return { ...cue, text: cue.text.slice(0, length) }
  })
  const mayBeText = ({ kind, line }: OtherBlock) =>
    kind === 'text' && !meansTimes(lines[line - 1]) && !meansTimes(lines[line])
  const { cues, adopted } = adoptTexts(whole, blocks.others.filter(mayBeText))
  for (const { line } of adopted) tally.count('blank-line-inside', line)
  const others = blocks.others.filter((block) => !adopted.has(block))
  const problems = [
    ...(isSigned || cues.length === 0
      ? []
      : [
          {
            code: 'header-missing',
            severity: 'warning' as const,
            message: `${name} does not begin with the line WEBVTT; it was read anyway.`,
            line: 1,
          },
        ]),
    ...tally.report(
      'cue-repaired',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'cue')} of ${cues.length.toLocaleString('en')} ${count === 1 ? 'has a time' : 'have times'} that WebVTT does not allow${where}; ${count === 1 ? 'it was' : 'they were'} repaired.`,
    ),
    ...tally.report(
      'blank-line-missing',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'blank line')} between cues ${count === 1 ? 'is' : 'are'} missing${where}; the cue numbers that follow were removed from the text.`,
    ),
    ...tally.report(
      'number-shown',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'number')} directly above a time${where} ${count === 1 ? 'is' : 'are'} shown as text, as in other players: the cues are not numbered.`,
    ),
    ...tally.report(
      'blank-line-inside',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'block')} of text${where} ${count === 1 ? 'is' : 'are'} shown with the cue above, which has no text without ${count === 1 ? 'it' : 'them'} or a tag that ends there; other players end a cue at a blank line.`,
    ),
    ...tally.report(
      'arrow-in-text',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'cue')}${where} ${count === 1 ? 'has' : 'have'} an arrow (-->) in the text, which ends the cue in other players; the text is shown unchanged.`,
    ),
    ...unreadable(lines, cues.length, arrows),
    ...notShown(others, lines),
  ]
  return { header: blocks.header, cues, problems }
}

/** Counts lines with an arrow that are not timing lines in either dialect. */
function unreadable(lines: readonly string[], cues: number, arrows: number): Problem[] {
  if (cues >= arrows) return []
  const tally = createTally()
  for (const [index, line] of lines.entries()) {
    if (meansTimes(line) && parseLooseTiming(line) === null) {
      tally.count('cue-unreadable', index + 1)
    }
  }
  return tally.report(
    'cue-unreadable',
    'warning',
    ({ count, where }) =>
      `${countOf(count, 'line')} with an arrow${where} could not be read as times and ${count === 1 ? 'was' : 'were'} left out; correct ${count === 1 ? 'it' : 'them'} in the file to see the text.`,
  )
}

function meansTimes(line: string | undefined): boolean {
  return line !== undefined && line.includes('-->') && /^\s*[\d:.,]+\s*-->/.test(line)
}

/** Reports styles and regions, which are not shown, and text without a time. */
function notShown(others: readonly OtherBlock[], lines: readonly string[]): Problem[] {
  const tally = createTally()
  for (const { kind, line } of others) {
    if (kind !== 'text') tally.count('style-not-shown', line)
    else if (!meansTimes(lines[line - 1]) && !meansTimes(lines[line]))
      tally.count('text-without-time', line)
  }
  return [
    ...tally.report(
      'text-without-time',
      'warning',
      ({ count, where }) =>
        `${countOf(count, 'block')} of text${where} ${count === 1 ? 'belongs' : 'belong'} to no cue and ${count === 1 ? 'is' : 'are'} not shown, as in other players. If the text belongs to the cue above, remove the blank line before it.`,
    ),
    ...tally.report(
      'style-not-shown',
      'note',
      ({ count, where }) =>
        `${countOf(count, 'block')} of styles or regions${where} ${count === 1 ? 'was' : 'were'} ignored; the text is shown without styling.`,
    ),
  ]
}
