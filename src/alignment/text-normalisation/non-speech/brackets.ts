import type { LineRange } from './line-ranges.ts'
import { musicalNotes } from '#transcript/conventions/sound.ts'
import {
  isSoundDescription,
  longestSoundDescription,
} from '#transcript/conventions/sound-descriptions.ts'

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
 * Bracketed non-speech: [door slams], [1], [00:01], (LAUGHTER), <i>. Text in square brackets is never spoken, except a
 * link's text; text in round brackets is, unless it describes a sound. One pass; unpaired brackets are ignored.
 */
export function findBracketed(text: string, conventions: { isShouted: boolean }): LineRange[] {
  const ranges: LineRange[] = []
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
      if (isLinked || isSoundDescription(inside, conventions)) ranges.push({ from, to: index + 1 })
    } else if (opener === '<' ? /^\/?[a-z][^<>]*$/i.test(inside) : !isLinkText(text, index)) {
      ranges.push({ from, to: index + 1 })
    }
  }
  return ranges
}

const isLinkText = (text: string, close: number) =>
  /^\]\((?:https?:|www\.|mailto:|[/#.])/.test(text.slice(close, close + 12))

const notesPattern = new RegExp(`[${musicalNotes}]{1,100}`, 'gu')

/** Sung text between notes, ♪ la la ♪; up to the end of the line if the second note is missing. */
export function findSung(text: string): LineRange[] {
  const ranges: LineRange[] = []
  let from: number | null = null
  for (const { 0: notes, index } of text.matchAll(notesPattern)) {
    if (from === null) from = index
    else {
      ranges.push({ from, to: index + notes.length })
      from = null
    }
  }
  if (from !== null) ranges.push({ from, to: text.length })
  return ranges
}

/** *laughs*, but not emphasis such as *very*. */
export function findStarred(text: string, conventions: { isShouted: boolean }): LineRange[] {
  return [...text.matchAll(/\*([^*\s][^*]{0,40})\*/g)]
    .filter(({ 1: inside }) => isSoundDescription(inside!, conventions))
    .map(({ 0: all, index }) => ({ from: index, to: index + all.length }))
}
