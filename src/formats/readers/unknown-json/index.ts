import { hasGuessableList } from '../../parsing/timed-lists/guess-list.ts'
import { defineFormat } from '../format.ts'
import { textsWithoutTimesIn } from './texts-without-times.ts'

export const unknownJson = defineFormat({
  id: 'unknown-json',
  name: 'JSON of an unknown kind',
  extensions: ['json', 'jsonl', 'ndjson'],
  mimeTypes: ['application/json'],
  detect(head) {
    const value = head.json()?.value
    if (value === undefined) return 'no'
    return hasGuessableList(value) || textsWithoutTimesIn(value).length > 0 ? 'possible' : 'no'
  },
  isLastResort: true,
  load: () => import('./read.ts').then(({ readUnknownJson }) => readUnknownJson),
})
