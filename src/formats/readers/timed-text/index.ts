import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import { defineFormat } from '../format.ts'
import { hasEndStamps } from '../../parsing/prose/end-stamps.ts'
import { hasInlineSeconds } from '../../parsing/prose/inline-seconds.ts'
import { countSigns } from '../../parsing/prose/markdown-signs.ts'
import { plainLines, type ProseLine } from '../../parsing/prose/line.ts'
import { findProseTiming, type ProseTiming } from '../../parsing/prose/timing.ts'
import { looksLikeJson, looksLikeXml } from '../../parsing/refusals/refuse-text.ts'
import { findLabels } from '../../parsing/speakers/find-labels.ts'

export const timedText = defineFormat({
  id: 'timed-text',
  name: 'Text with times',
  extensions: ['txt', 'text'],
  mimeTypes: ['text/plain'],
  detect({ text }) {
    if (hasInlineSeconds(text)) return 'likely'
    if (!/\d:\d|\ds\]/.test(text) || looksLikeJson(text) || looksLikeXml(text)) return 'no'
    const lines = plainLines(text)
    // timing lines of SubRip and WebVTT, whatever is between them
    if (lines.some((line) => parseLooseTiming(line.text) !== null)) return 'no'
    if (hasEndStamps(lines)) return 'certain'
    const timing = findProseTiming(lines)
    if (timing === null) return 'no'
    return isSpeech(lines, timing) && countSigns(text) < 2 && !isTable(lines) ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readTimedText }) => readTimedText),
})

/** A row that names columns, and rows with as many tabs. */
function isTable(lines: readonly ProseLine[]): boolean {
  const tabs = lines.slice(0, 3).map(({ text }) => text.split('\t').length)
  return tabs[0]! > 2 && tabs.every((count) => count === tabs[0]) && !/\d:\d/.test(lines[0]!.text)
}

/** Lyrics (LRC) have no hours, no ranges, and no names beside times. */
function isSpeech(lines: readonly ProseLine[], timing: ProseTiming): boolean {
  if (!timing.hasLines) return true
  const texts: string[] = []
  for (const line of lines) {
    const stamped = timing.lineOf(line)
    if (stamped === null) continue
    const { shape, stamp, rest } = stamped
    if (shape === 'named' || stamp.hasHours || stamp.end !== null) return true
    texts.push(rest)
  }
  return !findLabels(texts).isEmpty
}
