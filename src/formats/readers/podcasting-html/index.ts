import { defineFormat } from '../format.ts'

export const podcastingHtml = defineFormat({
  id: 'podcasting-html',
  name: 'Podcasting 2.0 HTML',
  extensions: ['html', 'htm'],
  mimeTypes: ['text/html'],
  detect({ text }) {
    if (!/^\s*</.test(text)) return 'no'
    if (/<cite[\s>]/i.test(text) && /<time[^<>]{0,200}>\s{0,9}\d+:\d/i.test(text)) return 'certain'
    // without times, as some podcasts publish it
    const names = text.match(/<cite[^<>]{0,200}>[^<>]{1,100}:\s{0,9}<\/cite>/gi)?.length ?? 0
    return names >= 2 ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readPodcastingHtml }) => readPodcastingHtml),
})
