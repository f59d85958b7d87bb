import type { LineRange } from './line-ranges.ts'
import { isSoundDescription, longestSoundDescription } from './sound-descriptions.ts'

const closers: Readonly<Record<string, string>> = {
  '[': ']',
  '(': ')',
  '{': '}',
  '【': '】',
  '（': '）',
  '［': '］',
  '<': '>',
}
const openers: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closers).map(([open, close]) => [close, open]),
)

/**
 * [door slams], [1], [00:01], (LAUGHTER), <i>: what stands in square brackets is never said, save a link's text;
 * in round ones only an aside is. One pass; a bracket without its other half is nothing.
 */
export function findBracketed(text: string, habits: { isShouted: boolean }): LineRange[] {
  const silences: LineRange[] = []
  const open: Record<string, number> = {}
  for (const { 0: bracket, index } of text.matchAll(/[[\](){}【】（）［］<>]/g)) {
    if (bracket in closers) {
      if (bracket === '[' || open[bracket] === undefined) open[bracket] = index
      continue
    }
    const opener = openers[bracket]!
    const from = open[opener]
    delete open[opener]
    if (from === undefined || index - from > longestSoundDescription) continue
    const inside = text.slice(from + 1, index)
    if (opener === '(' || opener === '（') {
      const isLinked = text[from - 1] === ']' && /^(?:https?:|www\.|mailto:|[/#.])\S*$/.test(inside)
      if (isLinked || isSoundDescription(inside, habits)) silences.push({ from, to: index + 1 })
    } else if (opener === '<' ? /^\/?[a-z][^<>]*$/i.test(inside) : !isLinkText(text, index)) {
      silences.push({ from, to: index + 1 })
    }
  }
  return silences
}

const isLinkText = (text: string, close: number) =>
  /^\]\((?:https?:|www\.|mailto:|[/#.])/.test(text.slice(close, close + 12))

/** What is sung between notes, ♪ la la ♪, and to the line's end where the second note is missing. */
export function findSung(text: string): LineRange[] {
  const silences: LineRange[] = []
  let from: number | null = null
  for (const { 0: notes, index } of text.matchAll(/[♪♫♬♩]{1,100}/g)) {
    if (from === null) from = index
    else {
      silences.push({ from, to: index + notes.length })
      from = null
    }
  }
  if (from !== null) silences.push({ from, to: text.length })
  return silences
}

/** *laughs*; emphasis, *very*, is said. */
export function findStarred(text: string, habits: { isShouted: boolean }): LineRange[] {
  return [...text.matchAll(/\*([^*\s][^*]{0,40})\*/g)]
    .filter(({ 1: inside }) => isSoundDescription(inside!, habits))
    .map(({ 0: all, index }) => ({ from: index, to: index + all.length }))
}
