import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import { defineFormat } from '../format.ts'

export const webvtt = defineFormat({
  id: 'webvtt',
  name: 'WebVTT',
  extensions: ['vtt', 'webvtt'],
  mimeTypes: ['text/vtt', 'text/webvtt'],
  detect(head) {
    if (/^WEBVTT(?:[ \t\n]|$)/.test(head.text)) return 'certain'
    const start = head.text.slice(0, 2000)
    if (/^\P{L}{0,100}webvtt/iu.test(start) && head.text.includes('-->')) return 'certain'
    const lines = head.text.split('\n')
    const at = lines.findIndex((line) => line.includes('-->') && parseLooseTiming(line) !== null)
    if (at === -1) return 'no'
    // without a WEBVTT line but with cue numbers, it is SubRip with dots in its times
    const isSubrip = head.extension !== 'vtt' && /^\s*\d{1,9}\s*$/.test(lines[at - 1] ?? '')
    const hasDot = /\d\.\d{3}(?!\d)/.test(lines[at]!)
    return hasDot && !isSubrip && head.extension !== 'srt' ? 'likely' : 'possible'
  },
  load: () => import('./read.ts').then(({ readWebvtt }) => readWebvtt),
})
