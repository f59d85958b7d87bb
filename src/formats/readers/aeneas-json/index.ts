import { defineFormat } from '../format.ts'
import { scoreOf } from './shapes.ts'

export const aeneasJson = defineFormat({
  id: 'aeneas-json',
  name: 'aeneas JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreOf(head.json()?.value),
  load: () => import('./read.ts').then(({ readAeneasJson }) => readAeneasJson),
})
