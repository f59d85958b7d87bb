import { readFileSync } from 'node:fs'

const chapterLine = /^## (.+)$/
const pauseLine = /^\(pause ([\d.]+) s\)$/
const soundLine = /^\(sound (\w+)\) (\[.+\])$/
const turnLine = /^(\p{L}+)(?: \(([^)]+)\))?: (.+)$/u
const sentenceBreak = /(?<=[.?!]) (?=\p{Lu})/u
const languages = new Set(['ar', 'fr'])

export function readScript(path) {
  const paragraphs = readFileSync(path, 'utf8')
    .split(/\n\n+/)
    .map((paragraph) => paragraph.trim().replaceAll('\n', ' '))
  const first = paragraphs.findIndex((paragraph) => chapterLine.test(paragraph))
  return {
    title: paragraphs[0].replace(/^# /, ''),
    items: paragraphs.slice(first).flatMap(itemsOf),
  }
}

function itemsOf(paragraph) {
  const [, chapter] = paragraph.match(chapterLine) ?? []
  if (chapter) return [{ kind: 'chapter', title: chapter }]

  const [, seconds] = paragraph.match(pauseLine) ?? []
  if (seconds) return [{ kind: 'pause', seconds: Number(seconds) }]

  const [, sound, text] = paragraph.match(soundLine) ?? []
  if (sound) return [{ kind: 'sound', sound, text }]

  const [, speaker, directions = '', turn] = paragraph.match(turnLine) ?? []
  if (speaker) return sentencesOf(speaker, directions.split(/, */), turn)

  throw new Error(`The script has a line that is nothing known: ${paragraph}`)
}

function sentencesOf(speaker, directions, turn) {
  return turn.split(sentenceBreak).map((text, index) => ({
    kind: 'sentence',
    speaker,
    text,
    words: text.split(/ +/),
    language: directions.find((direction) => languages.has(direction)),
    slow: directions.includes('slow'),
    opensTurn: index === 0,
    together: index === 0 && directions.includes('together'),
  }))
}
