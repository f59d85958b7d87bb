import { defineFormat } from '../format.ts'
import { scoreOf } from './shapes.ts'

export const digitalPaperEdit = defineFormat({
  id: 'digital-paper-edit',
  name: 'Digital Paper Edit JSON',
  extensions: ['json', 'dpe'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreOf(head.json()?.value),
  load: () => import('./read.ts').then(({ readDigitalPaperEdit }) => readDigitalPaperEdit),
})
