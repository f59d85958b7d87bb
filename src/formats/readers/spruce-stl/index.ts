import { defineFormat } from '../format.ts'
import { parseSpruceLine } from './line.ts'

export const spruceStl = defineFormat({
  id: 'spruce-stl',
  name: 'Spruce STL',
  extensions: ['stl'],
  mimeTypes: ['text/x-spruce-stl'],
  detect({ text }) {
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^\s*(?:\/\/|\$)/.test(line))
    const cues = lines.filter((line) => parseSpruceLine(line) !== null).length
    return cues > 0 && cues * 2 > lines.length ? 'certain' : 'no'
  },
  load: () => import('./read.ts').then(({ readSpruceStl }) => readSpruceStl),
})
