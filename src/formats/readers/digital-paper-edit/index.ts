import { defineFormat } from '../format.ts'
import { scoreDigitalPaperEdit } from './shapes.ts'

export const digitalPaperEdit = defineFormat({
  id: 'digital-paper-edit',
  name: 'Digital Paper Edit JSON',
  extensions: ['json', 'dpe'],
  mimeTypes: ['application/json'],
  detect: (head) => scoreDigitalPaperEdit(head.json()?.value),
  load: () => import('./read.ts').then(({ readDigitalPaperEdit }) => readDigitalPaperEdit),
})
