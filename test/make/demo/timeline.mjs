import { samplesASecond } from './audio.mjs'
import { sounds } from './sounds.mjs'
import { speak } from './voices.mjs'

const gaps = { opening: 0.2, chapter: 1, turn: 0.44, sentence: 0.3, sound: 0.4, slow: 0.6 }
const gapSpread = 0.12
const overlapSeconds = 1
const closingSeconds = 0.8

export function layOut(items, wavePath) {
  const cues = []
  const chapters = []
  let opensChapter = false
  let pause = 0

  for (const item of items) {
    if (item.kind === 'chapter') {
      chapters.push({ title: item.title, firstCue: cues.length })
      opensChapter = true
    } else if (item.kind === 'pause') {
      pause = item.seconds
    } else {
      const previous = cues.at(-1)
      const at = startOf(item, previous, { opensChapter, pause, index: cues.length })
      cues.push(item.kind === 'sound' ? soundCue(item, at) : sentenceCue(item, at, cues, wavePath))
      opensChapter = false
      pause = 0
    }
  }
  const duration = toMilliseconds(cues.at(-1).end + closingSeconds)
  return { cues, chapters: chaptersWithTimes(chapters, cues, duration), duration }
}

function startOf(item, previous, { opensChapter, pause, index }) {
  if (!previous) return gaps.opening
  if (pause) return previous.end + pause
  if (item.together) return previous.end - overlapSeconds
  return toMilliseconds(previous.end + gapBefore(item, previous, opensChapter) + spread(index))
}

function gapBefore(item, previous, opensChapter) {
  if (opensChapter) return gaps.chapter
  if (item.kind === 'sound' || previous.kind === 'sound') return gaps.sound
  if (item.slow) return gaps.slow
  return item.opensTurn ? gaps.turn : gaps.sentence
}

const spread = (index) => gapSpread * ((index * 0.618034) % 1)

function soundCue(item, at) {
  const samples = sounds[item.sound]()
  const end = toMilliseconds(at + samples.length / samplesASecond)
  return { ...item, samples, from: 0, start: at, end }
}

function sentenceCue(item, at, cues, wavePath) {
  const { samples, words } = speak(item, cues.length, wavePath)
  const from = words[0].start
  const placed = words.map(({ text, start, end, phones }) => ({
    text,
    start: toMilliseconds(at + start - from),
    end: toMilliseconds(at + end - from),
    phones,
  }))
  return { ...item, samples, from, words: placed, start: placed[0].start, end: placed.at(-1).end }
}

function chaptersWithTimes(chapters, cues, duration) {
  const starts = chapters.map(({ firstCue }) => (firstCue === 0 ? 0 : cues[firstCue].start))
  return chapters.map(({ title }, index) => ({
    title,
    start: starts[index],
    end: starts[index + 1] ?? duration,
  }))
}

function toMilliseconds(seconds) {
  return Math.round(seconds * 1000) / 1000
}
