import { defineFormat } from '../format.ts'
import { scoreAeneasJson } from './shapes.ts'

export const aeneasJson = defineFormat({
  id: 'aeneas-json',
  name: 'aeneas JSON',
  extensions: ['json'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreAeneasJson(head.json()?.value),
  load: () => import('./read.ts').then(({ readAeneasJson }) => readAeneasJson),
})
