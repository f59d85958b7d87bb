import { defineFormat } from '../format.ts'
import { parseStmLine } from './line.ts'

export const stm = defineFormat({
  id: 'stm',
  name: 'STM (NIST)',
  extensions: ['stm'],
  mimeTypes: ['text/x-stm'],
  detect({ text }) {
    const lines = text
      .split('\n', 200)
      .filter((line) => line.trim() !== '' && !line.startsWith(';;'))
      .slice(0, 100)
    const turns = lines.filter((line) => parseStmLine(line) !== null).length
    return turns > 0 && turns >= lines.length - 1 ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readStm }) => readStm),
})
