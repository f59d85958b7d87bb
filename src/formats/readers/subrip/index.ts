import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import { defineFormat } from '../format.ts'
import { numberIn } from './cue-number.ts'

export const subrip = defineFormat({
  id: 'subrip',
  name: 'SubRip',
  extensions: ['srt'],
  mimeTypes: ['application/x-subrip', 'application/srt', 'text/srt', 'text/x-srt'],
  detect(head) {
    if (/^WEBVTT(?:[ \t\n]|$)/.test(head.text)) return 'no'
    const lines = head.text.split('\n')
    const at = lines.findIndex((line) => parseLooseTiming(line) !== null)
    if (at === -1) return 'no'
    const isNumbered = numberIn(lines[at - 1] ?? '') !== null
    const isUsual = /^\s*\d\d:\d\d:\d\d,\d{3} --> /.test(lines[at]!)
    if (isUsual) return isNumbered && at <= 2 ? 'certain' : 'likely'
    return isNumbered || lines[at]!.includes(',') || head.extension === 'srt'
      ? 'likely'
      : 'possible'
  },
  load: () => import('./read.ts').then(({ readSubrip }) => readSubrip),
})
