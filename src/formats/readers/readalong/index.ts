import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const readalong = defineFormat({
  id: 'readalong',
  name: 'ReadAlong',
  extensions: ['readalong', 'xml'],
  mimeTypes: ['application/readalong+xml', 'application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'read-along' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readReadalong }) => readReadalong),
})
