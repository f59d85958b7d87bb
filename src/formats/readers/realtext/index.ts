import { defineFormat } from '../format.ts'

export const realtext = defineFormat({
  id: 'realtext',
  name: 'RealText',
  extensions: ['rt'],
  mimeTypes: ['text/vnd.rn-realtext'],
  detect: ({ text }) =>
    /^\s*<window[\s>]/i.test(text) && /<time\s[^<>]{0,99}begin\s?=/i.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readRealtext }) => readRealtext),
})
