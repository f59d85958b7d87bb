import { defineFormat } from '../format.ts'
import { parseFramedLine } from './frames.ts'

export const microdvd = defineFormat({
  id: 'microdvd',
  name: 'MicroDVD',
  extensions: ['sub', 'txt'],
  mimeTypes: ['text/x-microdvd'],
  detect({ text }) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const framed = lines.filter((line) => parseFramedLine(line) !== null).length
    if (framed === 0) return 'no'
    return framed * 2 > lines.length ? 'certain' : 'possible'
  },
  load: () => import('./read.ts').then(({ readMicrodvd }) => readMicrodvd),
})
