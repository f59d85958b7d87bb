import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const tei = defineFormat({
  id: 'tei',
  name: 'TEI transcription of speech',
  extensions: ['xml', 'tei'],
  mimeTypes: ['application/tei+xml', 'application/xml', 'text/xml'],
  detect({ text }) {
    const root = rootName(text)
    if (root !== 'TEI' && root !== 'TEI.2' && root !== 'teiCorpus') return 'no'
    return /<(?:\w{1,20}:)?(?:u|annotationBlock|timeline)[\s>]/.test(text) ? 'certain' : 'possible'
  },
  load: () => import('./read.ts').then(({ readTei }) => readTei),
})
