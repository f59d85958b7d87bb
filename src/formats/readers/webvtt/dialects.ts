import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import type { WebvttDialect } from './blocks.ts'
import { parseStrictTiming } from './timing.ts'

export const specification: WebvttDialect = {
  findSignature: (lines) => (/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '') ? 1 : null),
  isTimingLine: (line) => line.includes('-->'),
  parseTiming: parseStrictTiming,
}

/** As found in the wild: no header or one in other words, `0.860 --> 7.380`, `3:19,46 -> 3:24,66`. */
export const asFound: WebvttDialect = {
  findSignature(lines) {
    const first = lines.findIndex((line) => line.trim() !== '')
    return /^\P{L}{0,100}webvtt/iu.test(lines[first] ?? '') ? first + 1 : null
  },
  isTimingLine: (line) => parseLooseTiming(line) !== null,
  parseTiming: parseLooseTiming,
}
