import { hasEndStamps } from '../../parsing/prose/end-stamps.ts'
import { plainLines } from '../../parsing/prose/line.ts'
import { findProseTiming } from '../../parsing/prose/timing.ts'
import { findLabels } from '../../parsing/speakers/find-labels.ts'

const opening =
  /^\s*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta|main|article|section|div|p|h[1-6]|span|ul|ol|dl|table|b|strong)[\s>]/i
const blockEnd =
  /<br[^<>]{0,20}>|<\/(?:p|div|li|h[1-6]|tr|dd|dt|section|article|header|blockquote|td|th)\s*>/gi

/** The fewest labelled lines that make a page a transcript, and their least share. */
const fewest = 2
const leastShare = 0.2

/** Whether a page holds a transcript: lines with times, or lines of named speakers. */
export function holdsTranscript(page: string): boolean {
  if (!opening.test(page)) return false
  const text = page
    .replace(/<(script|style|title|noscript)[\s>][^]*?<\/\1\s*>/gi, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(blockEnd, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
  const lines = plainLines(text)
  if (hasEndStamps(lines) || findProseTiming(lines) !== null) return true
  const written = lines.map((line) => line.text.trim()).filter((line) => line !== '')
  const labels = findLabels(written, { isProse: true })
  if (labels.isEmpty) return false
  const labelled = written.filter((line) => labels.labelOf(line) !== null).length
  return labelled >= fewest && labelled >= written.length * leastShare
}
