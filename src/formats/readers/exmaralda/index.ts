import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const exmaralda = defineFormat({
  id: 'exmaralda',
  name: 'EXMARaLDA',
  extensions: ['exb', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'basic-transcription' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readExmaralda }) => readExmaralda),
})
