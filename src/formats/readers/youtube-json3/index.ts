import { defineFormat } from '../format.ts'
import { scoreYoutubeJson3 } from './shapes.ts'

export const youtubeJson3 = defineFormat({
  id: 'youtube-json3',
  name: 'YouTube JSON3',
  extensions: ['json3', 'json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreYoutubeJson3(head.json()?.value),
  load: () => import('./read.ts').then(({ readYoutubeJson3 }) => readYoutubeJson3),
})
