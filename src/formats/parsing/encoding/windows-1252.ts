const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The Windows-1252 character for a code from 0x80 to 0x9F, which is a control character in Latin-1. */
export function windowsCharacter(code: number): string {
  return upper[code - 0x80] ?? String.fromCharCode(code)
}

/**
 * Works around Node 20.18.3 and later, which decode Windows-1252 as Latin-1 (nodejs/node#56542); browsers are correct.
 */
export function repairWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (letter) => windowsCharacter(letter.charCodeAt(0)))
}
