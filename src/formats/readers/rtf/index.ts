import { defineFormat } from '../format.ts'

export const rtf = defineFormat({
  id: 'rtf',
  name: 'Rich text (RTF)',
  extensions: ['rtf'],
  mimeTypes: ['application/rtf', 'text/rtf'],
  detect: ({ text }) => (/^\s{0,9}\{\\rtf/.test(text) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readRtf }) => readRtf),
})
