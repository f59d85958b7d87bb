import { defineFormat } from '../format.ts'

export const epub = defineFormat({
  id: 'epub',
  name: 'EPUB with read-aloud',
  extensions: ['epub'],
  mimeTypes: ['application/epub+zip'],
  detect({ bytes, extension }) {
    const start = String.fromCharCode(...bytes.subarray(0, 120))
    if (!start.startsWith('PK\x03\x04')) return 'no'
    return start.includes('application/epub+zip') || extension === 'epub' ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readEpub }) => readEpub),
})
