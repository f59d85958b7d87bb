import { parseCommaTiming } from '../../parsing/cues/comma-cues.ts'
import { defineFormat } from '../format.ts'

export const subviewer = defineFormat({
  id: 'subviewer',
  name: 'SubViewer',
  extensions: ['sub'],
  mimeTypes: ['text/x-subviewer'],
  detect({ text }) {
    const timing = text.split('\n').find((line) => parseCommaTiming(line) !== null)
    if (timing === undefined) return 'no'
    if (/^\s*\[(?:INFORMATION|SUBTITLE|TITLE|COLF)\]/i.test(text.trimStart())) return 'certain'
    if (/[.:]\d\d,(?:\d{1,9}:){2}\d\d[.:]\d\d\s*$/.test(timing)) return 'certain'
    return 'possible'
  },
  load: () => import('./read.ts').then(({ readSubviewer }) => readSubviewer),
})
