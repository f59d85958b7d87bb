import { defineFormat } from '../format.ts'
import { findElanLayout } from './layout.ts'

export const elanTab = defineFormat({
  id: 'elan-tab',
  name: 'ELAN tab-delimited text',
  extensions: ['txt', 'tsv'],
  mimeTypes: ['text/x-elan-tab'],
  detect: ({ text }) => (findElanLayout(text) === null ? 'no' : 'certain'),
  load: () => import('./read.ts').then(({ readElanTab }) => readElanTab),
})
