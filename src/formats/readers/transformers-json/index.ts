import { defineFormat } from '../format.ts'
import { isRecord, property } from '../../parsing/json/values.ts'
import { chunksIn } from './shapes.ts'

export const transformersJson = defineFormat({
  id: 'transformers-json',
  name: 'Transformers JSON',
  extensions: ['json', 'jsonl'],
  mimeTypes: ['application/json'],
  detect(head) {
    const value = head.json()?.value
    const chunks = chunksIn(value)
    if (chunks === null) return 'no'
    if (chunks.length === 0) return 'possible'
    return isRecord(value) && property(value, 'segments') === undefined ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readTransformersJson }) => readTransformersJson),
})
