import { isDaisy } from '../../parsing/spoken-books/daisy-files.ts'
import { defineFormat } from '../format.ts'

export const daisy = defineFormat({
  id: 'daisy',
  name: 'DAISY book',
  extensions: ['zip', 'daisy'],
  mimeTypes: ['application/zip'],
  detect: ({ entries }) => (isDaisy(entries()) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readDaisy }) => readDaisy),
})
