import { defineFormat } from '../format.ts'

export const textgrid = defineFormat({
  id: 'textgrid',
  name: 'Praat TextGrid',
  extensions: ['textgrid'],
  mimeTypes: ['text/x-textgrid', 'text/praat-textgrid'],
  detect({ text }) {
    const start = text.trimStart().slice(0, 400)
    if (!/^File type\s{0,9}=\s{0,9}"ooTextFile/i.test(start)) return 'no'
    return /"TextGrid"/.test(start) ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readTextgrid }) => readTextgrid),
})
