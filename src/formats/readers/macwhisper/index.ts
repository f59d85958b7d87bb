import { defineFormat } from '../format.ts'

export const macwhisper = defineFormat({
  id: 'macwhisper',
  name: 'MacWhisper',
  extensions: ['whisper'],
  mimeTypes: [],
  detect({ bytes, extension }) {
    const head = new TextDecoder('windows-1252').decode(bytes)
    if (!head.startsWith('PK\x03\x04')) return 'no'
    if (head.includes('word/')) return 'no'
    return extension === 'whisper' || head.includes('metadata.json') ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readMacWhisper }) => readMacWhisper),
})
