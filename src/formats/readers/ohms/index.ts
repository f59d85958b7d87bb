import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const ohms = defineFormat({
  id: 'ohms',
  name: 'OHMS',
  extensions: ['xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect({ text }) {
    const root = rootName(text)
    if (root !== 'ROOT' && root !== 'record') return 'no'
    return /<record[\s>]/.test(text) &&
      /nunncenter\/ohms|<(?:sync|transcript|vtt_transcript|index)[\s/>]/.test(text)
      ? 'certain'
      : 'no'
  },
  load: () => import('./read.ts').then(({ readOhms }) => readOhms),
})
