import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const usf = defineFormat({
  id: 'usf',
  name: 'Universal Subtitle Format',
  extensions: ['usf', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'USFSubtitles' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readUsf }) => readUsf),
})
