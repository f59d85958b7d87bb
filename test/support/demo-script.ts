import { demoWords } from './demo-words.ts'
import type { DemoWord } from './demo-words.ts'

/** A word of the demo, and where it stands in the plain script: the paragraph, and the offset into its text. */
export interface ScriptWord extends DemoWord {
  readonly line: number
  readonly from: number
}

interface Paragraph {
  readonly speaker: string | null
  readonly text: string
  readonly words: readonly ScriptWord[]
}

/** What is said from one change of speaker to the next; a stage direction stands alone. */
function paragraphsUntil(end: number): Paragraph[] {
  const paragraphs: { speaker: string | null; text: string; words: ScriptWord[] }[] = []
  for (const word of demoWords().filter((word) => word.end < end)) {
    const last = paragraphs.at(-1)
    const goesOn = last && last.speaker !== null && last.speaker === word.speaker
    const paragraph = goesOn ? last : { speaker: word.speaker, text: '', words: [] }
    if (!goesOn) paragraphs.push(paragraph)
    if (paragraph.text !== '') paragraph.text += ' '
    paragraph.words.push({ ...word, line: paragraphs.length - 1, from: paragraph.text.length })
    paragraph.text += word.text
  }
  return paragraphs
}

/** The demo as a broadcaster has it: `Name: text`, stage directions, no times. `end`: seconds. */
export function plainScript({ end = Infinity } = {}) {
  const paragraphs = paragraphsUntil(end)
  const texts = paragraphs.map(({ speaker, text }) => (speaker ? `${speaker}: ${text}` : text))
  return { text: `${texts.join('\n\n')}\n`, words: paragraphs.flatMap(({ words }) => words) }
}

/** The same with times for paragraphs only, all of them `late` by some seconds. */
export function subtitles({ end = Infinity, late = 0 } = {}): string {
  const cues = paragraphsUntil(end).map(({ speaker, text, words }) => {
    const times = [words[0]!.start, words.at(-1)!.end].map((time) => stamp(time + late))
    return `${times.join(' --> ')}\n${speaker ? `<v ${speaker}>` : ''}${text}`
  })
  return `WEBVTT\nLanguage: en\n\n${cues.join('\n\n')}\n`
}

const stamp = (seconds: number) =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`
