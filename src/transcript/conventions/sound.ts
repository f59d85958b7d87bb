const brackets = new Map([
  ['[', ']'],
  ['(', ')'],
  ['（', '）'],
  ['［', '］'],
  ['【', '】'],
])

/** Whether a whole text describes a sound: `[door slams]`, `(laughter)`, `♪ la la ♪`, `♪`. */
export function isSound(text: string): boolean {
  if (/^[♪♫🎵🎶]/u.test(text)) return /[♪♫🎵🎶]$/u.test(text)
  const closing = brackets.get(text[0] ?? '')
  return closing !== undefined && text.indexOf(closing) === text.length - 1
}
