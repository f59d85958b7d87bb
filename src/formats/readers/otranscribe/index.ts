import { defineFormat } from '../format.ts'
import { isRecord, own } from '../../parsing/json/values.ts'

export const otranscribe = defineFormat({
  id: 'otranscribe',
  name: 'oTranscribe',
  extensions: ['otr', 'json'],
  mimeTypes: ['application/json'],
  detect(head) {
    const value = head.json()?.value
    const text = own(value, 'text')
    if (!isRecord(value) || typeof text !== 'string') return 'no'
    if (own(value, 'media-time') !== undefined) return 'certain'
    return text.includes('data-timestamp') && text.includes('<') ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readOtranscribe }) => readOtranscribe),
})
