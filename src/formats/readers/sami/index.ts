import { defineFormat } from '../format.ts'

export const sami = defineFormat({
  id: 'sami',
  name: 'SAMI',
  extensions: ['smi', 'sami'],
  mimeTypes: ['application/x-sami'],
  detect: ({ text }) => (/<sync\s[^<>]{0,99}start\s?=/i.test(text) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readSami }) => readSami),
})
