import { defineFormat } from '../format.ts'
import { looksLikeJson, looksLikeXml } from '../../parsing/refusals/refuse-text.ts'

export const plainText = defineFormat({
  id: 'plain-text',
  name: 'Plain text',
  extensions: ['txt', 'text'],
  mimeTypes: ['text/plain'],
  detect: ({ text }) =>
    text === '' || looksLikeJson(text) || looksLikeXml(text) ? 'no' : 'possible',
  load: () => import('./read.ts').then(({ readPlainText }) => readPlainText),
})
