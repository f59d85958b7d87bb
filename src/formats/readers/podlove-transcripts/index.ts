import { defineFormat } from '../format.ts'
import { rootName } from '../../parsing/xml/root-name.ts'

export const podloveTranscripts = defineFormat({
  id: 'podlove-transcripts',
  name: 'Podlove Simple Transcripts',
  extensions: ['xml'],
  mimeTypes: ['application/xml', 'text/xml'],
  detect: ({ text }) =>
    rootName(text) === 'transcripts' && /<(?:\w{1,20}:)?speech[\s>]/.test(text) ? 'certain' : 'no',
  load: () => import('./read.ts').then(({ readPodloveTranscripts }) => readPodloveTranscripts),
})
