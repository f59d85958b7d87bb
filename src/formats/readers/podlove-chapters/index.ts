import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const podloveChapters = defineFormat({
  id: 'podlove-chapters',
  name: 'Podlove Simple Chapters',
  extensions: ['psc', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) =>
    rootName(text) === 'chapters' && /<(?:\w{1,20}:)?chapter\s/.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readPodloveChapters }) => readPodloveChapters),
})
