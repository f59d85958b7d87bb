import { defineFormat } from '../format.ts'
import { scoreWebAnnotation } from './shapes.ts'

export const webAnnotation = defineFormat({
  id: 'web-annotation',
  name: 'Web annotations (W3C, IIIF)',
  extensions: ['json', 'jsonld'],
  mimeTypes: ['application/ld+json', 'application/json'],
  detect: (head) => scoreWebAnnotation(head.json()?.value),
  load: () => import('./read.ts').then(({ readWebAnnotation }) => readWebAnnotation),
})
