import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const aeneasXml = defineFormat({
  id: 'aeneas-xml',
  name: 'aeneas XML',
  extensions: ['xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) =>
    rootName(text) === 'map' && /<fragment\s[^<>]*begin=/.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readAeneasXml }) => readAeneasXml),
})
