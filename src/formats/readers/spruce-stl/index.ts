import { defineFormat } from '../format.ts'
import { hasMilliseconds } from '../../parsing/cues/frame-time.ts'
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
    const cues = lines.flatMap((line) => parseSpruceLine(line) ?? [])
    if (cues.length === 0 || cues.length * 2 <= lines.length) return 'no'
    // other tables of times with commas count milliseconds
    return cues.some(({ from }) => hasMilliseconds(from)) ? 'likely' : 'certain'
  },
  load: () => import('./read.ts').then(({ readSpruceStl }) => readSpruceStl),
})
