import { defineFormat } from '../format.ts'
import { mpl2Line } from './line.ts'

export const mpl2 = defineFormat({
  id: 'mpl2',
  name: 'MPL2',
  extensions: ['mpl', 'txt', 'sub'],
  mimeTypes: ['text/x-mpl2'],
  detect({ text }) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const cues = lines.filter((line) => mpl2Line.test(line)).length
    return cues > 0 && cues * 2 > lines.length ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readMpl2 }) => readMpl2),
})
