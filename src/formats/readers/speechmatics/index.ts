import { defineFormat } from '../format.ts'
import { scoreSpeechmatics } from './shapes.ts'

export const speechmatics = defineFormat({
  id: 'speechmatics',
  name: 'Speechmatics JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreSpeechmatics(head.json()?.value),
  load: () => import('./read.ts').then(({ readSpeechmatics }) => readSpeechmatics),
})
