export interface LongTranscript {
  readonly vtt: string
  readonly lineCount: number
  readonly wordCount: number
  readonly seconds: number
  /** Each line's `[start, end)`, seconds. */
  readonly times: readonly { start: number; end: number }[]
}

const secondsPerWord = 0.36
const wordsInLine = 40
const vocabulary =
  'the quiet archive keeps every voice that somebody once thought worth a reel of tape and a careful label'.split(
    ' ',
  )

/** WebVTT with a time for each word: lines of forty words, two speakers in turns of five lines. */
export function longTranscript(lineCount: number): LongTranscript {
  const times: { start: number; end: number }[] = []
  const cues = Array.from({ length: lineCount }, (_, line) => {
    const start = line * wordsInLine * secondsPerWord
    const end = start + wordsInLine * secondsPerWord
    times.push({ start: rounded(start), end: rounded(end) })
    const speaker = Math.floor(line / 5) % 2 === 0 ? 'Ada' : 'Grace'
    const words = Array.from({ length: wordsInLine }, (_, at) => {
      const word = vocabulary[(line * 7 + at) % vocabulary.length]!
      const said = at === wordsInLine - 1 ? `word${line}.` : word
      return `<${stamp(start + at * secondsPerWord)}>${said}`
    })
    return `${stamp(start)} --> ${stamp(end)}\n<v ${speaker}>${words.join(' ')}`
  })
  const wordCount = lineCount * wordsInLine
  const vtt = `WEBVTT\n\n${cues.join('\n\n')}\n`
  return { vtt, lineCount, wordCount, seconds: wordCount * secondsPerWord, times }
}

const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, '0')
  return `${part(ms / 3_600_000, 2)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`
}
