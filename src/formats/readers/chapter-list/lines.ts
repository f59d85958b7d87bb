import type { Chapter } from '#transcript/transcript.ts'
import { parseClockTime } from '../../parsing/cues/clock-time.ts'
import { findLabels } from '../../parsing/speakers/find-labels.ts'

export interface ChapterLines {
  readonly chapters: readonly Chapter[]
  /** `CHAPTER01=…`, which nothing else looks like. */
  readonly isOgm: boolean
  /** All times have fractions. */
  readonly hasFractions: boolean
  /** 1-based lines that are no chapters. */
  readonly leftOut: readonly number[]
}

const clock = String.raw`\d{1,3}:\d{2}:\d{2}(?:[.,]\d{1,3})?`
const ogmTime = new RegExp(String.raw`^\s*CHAPTER(\d{1,4})\s*=\s*(${clock})\s*$`, 'i')
const ogmName = /^\s*CHAPTER(\d{1,4})NAME\s*=\s*(.*)$/i
const mp4Line = new RegExp(String.raw`^\s*(${clock})\s+(\S.*)$`)

/** The chapters of a list as mp4chaps or OGM tools write it; `null` if most lines are something else. */
export function findChapterLines(text: string): ChapterLines | null {
  const lines = text.split('\n')
  const times = new Map<string, number>()
  const titles = new Map<string, string>()
  const chapters: Chapter[] = []
  const leftOut: number[] = []
  let hasFractions = true
  for (const [index, line] of lines.entries()) {
    const time = ogmTime.exec(line)
    const name = ogmName.exec(line)
    const plain = mp4Line.exec(line)
    if (time !== null) times.set(time[1]!, parseClockTime(time[2]!) ?? 0)
    else if (name !== null) titles.set(name[1]!, name[2]!.trim())
    else if (plain !== null) {
      hasFractions &&= /[.,]/.test(plain[1]!)
      chapters.push({ start: parseClockTime(plain[1]!) ?? 0, title: titleOf(plain[2]!) })
    } else if (line.trim() !== '') leftOut.push(index + 1)
  }
  for (const [number, start] of times) {
    chapters.push({ start, title: titles.get(number) || `Chapter ${Number(number)}` })
  }
  const written = lines.filter((line) => line.trim() !== '').length
  if (chapters.length < 2 || leftOut.length > Math.max(0, written / 10)) return null
  return { chapters, isOgm: times.size > 0, hasFractions, leftOut }
}

/** The title without the address that mp4chaps writes behind it. */
function titleOf(written: string): string {
  const title = written.replace(/\s*<https?:\/\/[^<>]{0,2000}>\s*$/, '').trim()
  return title === '' ? written.trim() : title
}

/** No one speaks so few letters a second, on average: a list of titles. */
const fewestLetters = 1
const longestTitle = 120

/**
 * Whether a list without chapter numbers is one of titles and no transcript: its times have milliseconds, it has too
 * little text for its time, and nobody is named in it.
 */
export function isSparse({ chapters, hasFractions }: ChapterLines): boolean {
  if (!hasFractions || !findLabels(chapters.map(({ title }) => title)).isEmpty) return false
  const first = chapters[0]!.start
  const last = chapters.at(-1)!.start
  const letters = chapters.slice(0, -1).reduce((sum, { title }) => sum + title.length, 0)
  const isShort = chapters.every(({ title }) => title.length <= longestTitle)
  return chapters.length >= 3 && isShort && letters < (last - first) * fewestLetters
}
