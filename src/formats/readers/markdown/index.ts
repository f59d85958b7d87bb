import { parseLooseTiming } from '../../parsing/cues/loose-timing.ts'
import { defineFormat } from '../format.ts'
import { looksLikeJson, looksLikeXml } from '../../parsing/refusals/refuse-text.ts'
import { countSigns } from '../../parsing/prose/markdown-signs.ts'

export const markdown = defineFormat({
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown'],
  mimeTypes: ['text/markdown', 'text/x-markdown'],
  detect({ text, extension }) {
    if (looksLikeJson(text) || looksLikeXml(text)) return 'no'
    const isNamed = extension === 'md' || extension === 'markdown'
    const signs = countSigns(text)
    if (signs < 2 && !isNamed) return 'no'
    // timing lines of SubRip and WebVTT
    if (text.split('\n').some((line) => parseLooseTiming(line) !== null)) return 'possible'
    return signs > 0 ? 'certain' : 'likely'
  },
  load: () => import('./read.ts').then(({ readMarkdown }) => readMarkdown),
})
