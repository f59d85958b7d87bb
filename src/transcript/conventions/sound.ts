const brackets = new Map([
  ['[', ']'],
  ['(', ')'],
  ['（', '）'],
  ['［', '］'],
  ['【', '】'],
])

/** Notes that captions write around sung text. */
export const musicalNotes = '♪♫♬♩🎵🎶'
const startsWithNote = new RegExp(`^[${musicalNotes}]`, 'u')
const endsWithNote = new RegExp(`[${musicalNotes}]$`, 'u')

/**
 * Whether a whole text describes a sound: `[door slams]`, `(laughter)`, `♪ la la ♪`, `♪`. Text that is entirely in
 * brackets is taken for a sound without looking at its words; for brackets inside a text, see `isSoundDescription`.
 */
export function isSound(text: string): boolean {
  if (startsWithNote.test(text)) return endsWithNote.test(text)
  const closing = brackets.get(text[0] ?? '')
  return closing !== undefined && text.indexOf(closing) === text.length - 1
}
