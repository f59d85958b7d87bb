import { defineFormat } from '../format.ts'

export const ass = defineFormat({
  id: 'ass',
  name: 'ASS / SSA subtitles',
  extensions: ['ass', 'ssa'],
  mimeTypes: ['text/x-ass', 'text/x-ssa', 'application/x-ass', 'application/x-ssa'],
  detect({ text }) {
    if (/^\[script info\]/i.test(text.trimStart())) return 'certain'
    const hasEvent = /^Dialogue:[^,\n]{0,40},\s{0,9}\d{1,9}:\d\d:\d\d[.:]\d{2}\s{0,9},/im.test(text)
    if (/^\[events\]/im.test(text)) return hasEvent ? 'certain' : 'likely'
    return hasEvent ? 'likely' : 'no'
  },
  load: () => import('./read.ts').then(({ readAss }) => readAss),
})
