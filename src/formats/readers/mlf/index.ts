import { defineFormat } from '../format.ts'

export const mlf = defineFormat({
  id: 'mlf',
  name: 'HTK label file (MLF)',
  extensions: ['mlf', 'lab'],
  mimeTypes: ['text/x-htk-mlf'],
  detect: ({ text }) => (/^\s{0,9}#!MLF!#/.test(text) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readMlf }) => readMlf),
})
