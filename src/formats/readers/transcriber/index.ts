import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const transcriber = defineFormat({
  id: 'transcriber',
  name: 'Transcriber',
  extensions: ['trs', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'Trans' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readTranscriber }) => readTranscriber),
})
