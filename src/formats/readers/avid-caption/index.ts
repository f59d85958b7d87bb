import { defineFormat } from '../format.ts'

export const avidCaption = defineFormat({
  id: 'avid-caption',
  name: 'Avid captions',
  extensions: ['txt', 'ds'],
  mimeTypes: ['text/x-avid-caption'],
  detect: ({ text }) => (/^\s{0,9}<begin subtitles>/im.test(text) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readAvidCaption }) => readAvidCaption),
})
