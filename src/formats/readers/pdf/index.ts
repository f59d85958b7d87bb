import { isPdf } from '../../parsing/pdf/is-pdf.ts'
import { defineFormat } from '../format.ts'

export const pdf = defineFormat({
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  mimeTypes: ['application/pdf'],
  detect: ({ bytes }) => (isPdf(bytes) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readPdf }) => readPdf),
})
