const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** The character Windows has where Latin-1 has a control character, 0x80 to 0x9F. */
export function windowsCharacter(code: number): string {
  return upper[code - 0x80] ?? String.fromCharCode(code)
}

/** Node from 20.18.3 on decodes Windows-1252 as Latin-1 (nodejs/node#56542); browsers do not. */
export function mendWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (letter) => windowsCharacter(letter.charCodeAt(0)))
}
