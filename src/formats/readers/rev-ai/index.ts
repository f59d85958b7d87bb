import { defineFormat } from '../format.ts'
import { monologuesIn } from './shapes.ts'

export const revAi = defineFormat({
  id: 'rev-ai',
  name: 'Rev AI JSON',
  extensions: ['json'],
  mimeTypes: ['application/json', 'application/vnd.rev.transcript.v1.0+json'],
  detect: (head) => (monologuesIn(head.json()?.value) === null ? 'no' : 'certain'),
  load: () => import('./read.ts').then(({ readRevAi }) => readRevAi),
})
