import { parseLooseTiming } from '../cues/loose-timing.ts'
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
    const timing = lines.find((line) => line.includes('-->') && parseLooseTiming(line) !== null)
    if (timing === undefined) return 'no'
    return /\d\.\d{3}(?!\d)/.test(timing) && head.extension !== 'srt' ? 'likely' : 'possible'
  },
  load: () => import('./read.ts'),
})
