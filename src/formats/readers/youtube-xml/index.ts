import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const youtubeXml = defineFormat({
  id: 'youtube-xml',
  name: 'YouTube captions XML',
  extensions: ['srv3', 'srv2', 'srv1', 'ytt', 'xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect({ text }) {
    const root = rootName(text)
    if (root === 'timedtext') return 'certain'
    return root === 'transcript' && /<text\s[^<>]{0,200}start\s?=/.test(text) ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readYoutubeXml }) => readYoutubeXml),
})
