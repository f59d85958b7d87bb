import { defineFormat } from '../format.ts'
import { isEbuStl } from '../../parsing/encoding/ebu-stl.ts'

export const ebuStl = defineFormat({
  id: 'ebu-stl',
  name: 'EBU STL',
  extensions: ['stl'],
  mimeTypes: ['application/x-ebu-stl'],
  detect: ({ bytes }) => (isEbuStl(bytes) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readEbuStl }) => readEbuStl),
})
