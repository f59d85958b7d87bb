import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const smil = defineFormat({
  id: 'smil',
  name: 'SMIL',
  extensions: ['smil', 'sml'],
  mimeTypes: ['application/smil+xml', 'application/smil'],
  detect({ text, extension }) {
    const root = rootName(text)
    if (root === 'smil') return 'certain'
    return root !== null && extension === 'smil' ? 'possible' : 'no'
  },
  load: () => import('./read.ts').then(({ readSmil }) => readSmil),
})
