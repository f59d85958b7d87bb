import { defineFormat } from '../format.ts'

export const scc = defineFormat({
  id: 'scc',
  name: 'Scenarist captions (SCC)',
  extensions: ['scc'],
  mimeTypes: ['text/x-scc'],
  detect: ({ text }) => (/^\s{0,9}Scenarist_SCC\b/i.test(text) ? 'certain' : 'no'),
  load: () => import('./read.ts').then(({ readScc }) => readScc),
})
