import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const fcpxml = defineFormat({
  id: 'fcpxml',
  name: 'Final Cut Pro captions (FCPXML)',
  extensions: ['fcpxml', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) => (rootName(text) === 'fcpxml' ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readFcpxml }) => readFcpxml),
})
