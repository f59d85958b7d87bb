import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const folker = defineFormat({
  id: 'folker',
  name: 'FOLKER',
  extensions: ['flk', 'fln', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'folker-transcription' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readFolker }) => readFolker),
})
