import { defineFormat } from '../format.ts'
import { findLayout } from './layout.ts'

export const csv = defineFormat({
  id: 'csv',
  name: 'Table (CSV, TSV)',
  extensions: ['csv', 'tsv', 'tab'],
  mimeTypes: ['text/csv', 'text/tab-separated-values', 'application/csv'],
  detect: ({ text }) => (findLayout(text) === null ? 'no' : 'certain'),
  load: () => import('./read.ts').then(({ readCsv }) => readCsv),
})
