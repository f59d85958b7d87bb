import { defineFormat } from '../format.ts'

export const hyperaudioHtml = defineFormat({
  id: 'hyperaudio-html',
  name: 'Hyperaudio',
  extensions: ['html', 'htm'],
  mimeTypes: ['text/html'],
  detect: ({ text }) =>
    /^\s*</.test(text) && /\sdata-m\s{0,3}=\s{0,3}["']?\d/.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readHyperaudioHtml }) => readHyperaudioHtml),
})
