import { defineFormat } from '../format.ts'
import { scoreOf } from './shapes.ts'

export const youtubeJson3 = defineFormat({
  id: 'youtube-json3',
  name: 'YouTube JSON3',
  extensions: ['json3', 'json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreOf(head.json()?.value),
  load: () => import('./read.ts').then(({ readYoutubeJson3 }) => readYoutubeJson3),
})
