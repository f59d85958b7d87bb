import { defineFormat } from '../format.ts'
import { holdsTranscript } from './transcript-in-page.ts'

export const html = defineFormat({
  id: 'html',
  name: 'Web page with a transcript',
  extensions: ['html', 'htm', 'xhtml'],
  mimeTypes: ['text/html', 'application/xhtml+xml'],
  detect: ({ text }) => (holdsTranscript(text) ? 'likely' : 'no'),
  load: () => import('./read.ts').then(({ readHtml }) => readHtml),
})
