import { defineFormat } from '../format.ts'
import { scoreGentle } from './shapes.ts'

export const gentle = defineFormat({
  id: 'gentle',
  name: 'Gentle JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreGentle(head.json()?.value),
  load: () => import('./read.ts').then(({ readGentle }) => readGentle),
})
