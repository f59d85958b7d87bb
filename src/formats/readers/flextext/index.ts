import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const flextext = defineFormat({
  id: 'flextext',
  name: 'FLEx interlinear text',
  extensions: ['flextext', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) =>
    rootName(text) === 'document' && text.includes('<interlinear-text') ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readFlextext }) => readFlextext),
})
