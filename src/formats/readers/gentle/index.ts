import { defineFormat } from '../format.ts'
import { scoreOf } from './shapes.ts'

export const gentle = defineFormat({
  id: 'gentle',
  name: 'Gentle JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreOf(head.json()?.value),
  load: () => import('./read.ts').then(({ readGentle }) => readGentle),
})
