import { defineFormat } from '../format.ts'
import { readFragmentLine } from './lines.ts'

const sampleSize = 20

export const aeneasText = defineFormat({
  id: 'aeneas-text',
  name: 'aeneas text',
  extensions: ['txt'],
  mimeTypes: [],
  detect({ text }) {
    const lines = text
      .split('\n', sampleSize)
      .filter((line) => line.trim() !== '')
      .map(readFragmentLine)
    const found = lines.filter((line) => line !== null).length
    if (found === 0) return 'no'
    return found >= lines.length - 1 ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readAeneasText }) => readAeneasText),
})
