import { defineFormat } from '../format.ts'

export const noscribeHtml = defineFormat({
  id: 'noscribe-html',
  name: 'noScribe',
  extensions: ['html', 'htm'],
  mimeTypes: ['text/html'],
  detect: ({ text }) =>
    /^\s*</.test(text) && /<a\s{1,9}name\s?=\s?["']ts_\d{1,12}_\d{1,12}_/i.test(text)
      ? 'certain'
      : 'no',
  load: () => import('./read.ts').then(({ readNoscribeHtml }) => readNoscribeHtml),
})
