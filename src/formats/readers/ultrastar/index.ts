import { defineFormat } from '../format.ts'

export const ultrastar = defineFormat({
  id: 'ultrastar',
  name: 'UltraStar song',
  extensions: ['txt'],
  mimeTypes: ['text/x-ultrastar'],
  detect: ({ text }) =>
    /^#BPM:/im.test(text) && /^[:*FRG] ?-?\d{1,9} \d{1,9} -?\d{1,4}/m.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readUltrastar }) => readUltrastar),
})
