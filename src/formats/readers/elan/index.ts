import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const elan = defineFormat({
  id: 'elan',
  name: 'ELAN',
  extensions: ['eaf'],
  mimeTypes: ['text/x-eaf+xml'],
  detect: ({ text }) => (rootName(text) === 'ANNOTATION_DOCUMENT' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readElan }) => readElan),
})
