import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import type { WebvttDialect } from './blocks.ts'
import { firstLine, hasArrow, lineText, moveToNextLine } from './line-cursor.ts'
import { parseStrictTiming } from './timing.ts'

export const specification: WebvttDialect = {
  findSignature(text) {
    const line = firstLine(text)
    if (!/^WEBVTT(?:[ \t]|$)/.test(lineText(line))) return null
    moveToNextLine(line)
    return line
  },
  isTimingLine: hasArrow,
  parseTiming: (line) => parseStrictTiming(line.text, line.from),
}

/** WebVTT as found in practice: a missing or different header, `0.860 --> 7.380`, `3:19,46 -> 3:24,66`. */
export const asFound: WebvttDialect = {
  findSignature(text) {
    const line = firstLine(text)
    while (!line.isPast && lineText(line).trim() === '') moveToNextLine(line)
    if (line.isPast || !/^\P{L}{0,100}webvtt/iu.test(lineText(line))) return null
    moveToNextLine(line)
    return line
  },
  isTimingLine: (line) => parseLooseTiming(lineText(line)) !== null,
  parseTiming: (line) => parseLooseTiming(lineText(line)),
}
