import { defineFormat } from '../format.ts'
import { isRecord, property } from '../../parsing/json/values.ts'

export const otranscribe = defineFormat({
  id: 'otranscribe',
  name: 'oTranscribe',
  extensions: ['otr', 'json'],
  mimeTypes: ['application/json'],
  detect(head) {
    const value = head.json()?.value
    const text = property(value, 'text')
    if (!isRecord(value) || typeof text !== 'string') return 'no'
    if (property(value, 'media-time') !== undefined) return 'certain'
    return text.includes('data-timestamp') && text.includes('<') ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readOtranscribe }) => readOtranscribe),
})
