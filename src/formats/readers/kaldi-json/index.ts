import { defineFormat } from '../format.ts'
import { scoreKaldiJson } from './shapes.ts'

export const kaldiJson = defineFormat({
  id: 'kaldi-json',
  name: 'BBC Kaldi JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreKaldiJson(head.json()?.value),
  load: () => import('./read.ts').then(({ readKaldiJson }) => readKaldiJson),
})
