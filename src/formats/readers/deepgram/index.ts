import { defineFormat } from '../format.ts'
import { channelsIn } from './shapes.ts'

export const deepgram = defineFormat({
  id: 'deepgram',
  name: 'Deepgram JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => (channelsIn(head.json()?.value) === null ? 'no' : 'certain'),
  load: () => import('./read.ts').then(({ readDeepgram }) => readDeepgram),
})
