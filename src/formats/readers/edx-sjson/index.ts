import { defineFormat } from '../format.ts'
import { columnsIn } from './columns.ts'

export const edxSjson = defineFormat({
  id: 'edx-sjson',
  name: 'edX SJSON',
  extensions: ['sjson', 'json'],
  mimeTypes: ['application/json'],
  detect: (head) => (columnsIn(head.json()?.value) === null ? 'no' : 'certain'),
  load: () => import('./read.ts').then(({ readEdxSjson }) => readEdxSjson),
})
