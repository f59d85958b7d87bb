import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const sppas = defineFormat({
  id: 'sppas',
  name: 'SPPAS annotations (XRA)',
  extensions: ['xra', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) =>
    rootName(text) === 'Document' && /<Tier\s[^<>]{0,400}tiername\s?=/.test(text)
      ? 'certain'
      : 'no',
  load: () => import('./read.ts').then(({ readSppas }) => readSppas),
})
