import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const ttml = defineFormat({
  id: 'ttml',
  name: 'TTML',
  extensions: ['ttml', 'dfxp', 'xml', 'itt', 'imsc'],
  mimeTypes: ['application/ttml+xml', 'application/ttaf+xml', 'application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'tt' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readTtml }) => readTtml),
})
