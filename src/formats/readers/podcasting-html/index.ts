import { defineFormat } from '../format.ts'

export const podcastingHtml = defineFormat({
  id: 'podcasting-html',
  name: 'Podcasting 2.0 HTML',
  extensions: ['html', 'htm'],
  mimeTypes: ['text/html'],
  detect: ({ text }) =>
    /^\s*</.test(text) && /<cite[\s>]/i.test(text) && /<time[^<>]{0,200}>\s{0,9}\d+:\d/i.test(text)
      ? 'certain'
      : 'no',
  load: () => import('./read.ts').then(({ readPodcastingHtml }) => readPodcastingHtml),
})
