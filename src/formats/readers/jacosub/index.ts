import { defineFormat } from '../format.ts'
import { parseJacosubLine } from './line.ts'

export const jacosub = defineFormat({
  id: 'jacosub',
  name: 'JACOsub',
  extensions: ['jss', 'js'],
  mimeTypes: ['text/x-jacosub'],
  detect({ text }) {
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
    const cues = lines.filter((line) => parseJacosubLine(line)?.hasDirectives === true).length
    return cues > 0 && cues * 2 > lines.length ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readJacosub }) => readJacosub),
})
