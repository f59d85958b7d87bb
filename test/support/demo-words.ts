import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A word of the demo and when it is spoken, seconds. */
export interface DemoWord {
  readonly text: string
  readonly speaker: string | null
  readonly start: number
  readonly end: number
}

const file = join(import.meta.dirname, '../../public/demo/demo.vtt')

/**
 * The demo's words, read here by another way than the app's, so that the two can be compared. A stamp
 * followed by white space only is a silence.
 */
export function demoWords(): DemoWord[] {
  return readFileSync(file, 'utf8')
    .split('\n\n')
    .flatMap((block) => {
      const [timing = '', ...rows] = block.split('\n').filter((row) => !/^\d+$/.test(row))
      const times = /^(\S+) --> (\S+)/.exec(timing)
      if (!times) return []
      const text = rows.join(' ')
      const speaker = /<v ([^>]+)>/.exec(text)?.[1] ?? null
      const parts = text
        .replace(/<(?!\d)[^>]*>/g, '')
        .split(/<([\d:.]+)>/)
        .filter((part, at) => at > 0 || part.trim() !== '')
      if (parts.length === 1) parts.unshift(times[1]!)
      return parts.flatMap((part, at) => {
        const isText = !/^\d+:[\d:.]+$/.test(part)
        if (!isText || part.trim() === '') return []
        const start = seconds(parts[at - 1] ?? times[1]!)
        return [{ text: part.trim(), speaker, start, end: seconds(parts[at + 1] ?? times[2]!) }]
      })
    })
}

const seconds = (stamp: string) =>
  stamp.split(':').reduce((total, part) => total * 60 + Number(part), 0)
