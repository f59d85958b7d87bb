import { defineFormat } from '../format.ts'
import { scoreWatson } from './shapes.ts'

export const watson = defineFormat({
  id: 'watson',
  name: 'IBM Watson JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreWatson(head.json()?.value),
  load: () => import('./read.ts').then(({ readWatson }) => readWatson),
})
