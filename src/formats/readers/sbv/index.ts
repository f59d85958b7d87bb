import { parseCommaTiming } from '../../parsing/cues/comma-cues.ts'
import { defineFormat } from '../format.ts'

export const sbv = defineFormat({
  id: 'sbv',
  name: 'YouTube SBV',
  extensions: ['sbv'],
  mimeTypes: ['text/x-sbv'],
  detect({ text }) {
    const timing = text.split('\n').find((line) => parseCommaTiming(line) !== null)
    if (timing === undefined) return 'no'
    // YouTube writes thousandths, SubViewer hundredths
    if (/^\s*\d{1,9}:\d\d:\d\d\.\d{3},\d{1,9}:\d\d:\d\d\.\d{3}\s*$/.test(timing)) return 'certain'
    return /[.]\d{2}(?!\d)/.test(timing) ? 'possible' : 'likely'
  },
  load: () => import('./read.ts').then(({ readSbv }) => readSbv),
})
