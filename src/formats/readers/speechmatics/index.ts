import { defineFormat } from '../format.ts'
import { scoreOf } from './shapes.ts'

export const speechmatics = defineFormat({
  id: 'speechmatics',
  name: 'Speechmatics JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreOf(head.json()?.value),
  load: () => import('./read.ts').then(({ readSpeechmatics }) => readSpeechmatics),
})
