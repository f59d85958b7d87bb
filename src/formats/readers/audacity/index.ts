import { defineFormat } from '../format.ts'
import { isFrequencies, parseAudacityLabel } from './labels.ts'

export const audacity = defineFormat({
  id: 'audacity',
  name: 'Audacity labels',
  extensions: ['txt', 'aud'],
  mimeTypes: ['text/x-audacity-labels'],
  detect({ text }) {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const labels = lines.filter((line) => parseAudacityLabel(line) !== null).length
    const others = lines.filter(
      (line) => parseAudacityLabel(line) === null && !isFrequencies(line),
    ).length
    if (labels === 0 || others > labels) return 'no'
    // whole numbers may mean something other than seconds
    const hasFractions = /^\d{1,12}[.,]\d{1,15}\t\d{1,12}[.,]\d{1,15}(?:\t|$)/m.test(text)
    return hasFractions && others <= 1 ? 'certain' : 'possible'
  },
  load: () => import('./read.ts').then(({ readAudacity }) => readAudacity),
})
