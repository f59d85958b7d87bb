/** The characters of CEA-608 that differ from ASCII, by their codes. */
const standard: ReadonlyMap<number, string> = new Map([
  [0x27, '’'],
  [0x2a, 'á'],
  [0x5c, 'é'],
  [0x5e, 'í'],
  [0x5f, 'ó'],
  [0x60, 'ú'],
  [0x7b, 'ç'],
  [0x7c, '÷'],
  [0x7d, 'Ñ'],
  [0x7e, 'ñ'],
  [0x7f, '█'],
])

/** Special characters (0x11 0x30–0x3f). The tenth is a transparent blank. */
const special = [...'®°½¿™¢£♪à èâêîôû']

/** Extended characters: Spanish, French and signs (0x12), Portuguese, German and Danish (0x13), from 0x20 on. */
const extended: readonly (readonly string[])[] = [
  [...'ÁÉÓÚÜü‘¡*’—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»'],
  [...'ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤│ÅåØø┌┐└┘'],
]

/** The character of a code from 0x20 to 0x7f. */
export function standardCharacter(code: number): string {
  return standard.get(code) ?? String.fromCharCode(code)
}

/** A special character, by the second byte of its pair. */
export function specialCharacter(code: number): string {
  return special[code - 0x30] ?? ''
}

/** An extended character, which replaces the character before it; `first` is 0x12 or 0x13. */
export function extendedCharacter(first: number, code: number): string {
  return extended[first - 0x12]?.[code - 0x20] ?? ''
}
