import { defineFormat } from '../format.ts'
import { parseCtmLine } from './line.ts'

export const ctm = defineFormat({
  id: 'ctm',
  name: 'CTM (NIST)',
  extensions: ['ctm'],
  mimeTypes: ['text/x-ctm'],
  detect({ text }) {
    const lines = text
      .split('\n', 200)
      .filter((line) => line.trim() !== '' && !/^;;|<ALT/.test(line))
      .slice(0, 100)
    const words = lines.filter((line) => parseCtmLine(line) !== null).length
    return words > 0 && words >= lines.length - 1 ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readCtm }) => readCtm),
})
