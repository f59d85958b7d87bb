/** ISO 6937 from 0xa1 on, as EBU Tech 3264 uses it; a blank where nothing is defined. 0xc1 to 0xcf are accents. */
const upper =
  '¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿' +
  '                ' +
  '―¹®©™♪¬¦    ⅛⅜⅝⅞ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00ad'
const accents: ReadonlyMap<number, string> = new Map([
  [0xc1, '\u0300'],
  [0xc2, '\u0301'],
  [0xc3, '\u0302'],
  [0xc4, '\u0303'],
  [0xc5, '\u0304'],
  [0xc6, '\u0306'],
  [0xc7, '\u0307'],
  [0xc8, '\u0308'],
  [0xca, '\u030a'],
  [0xcb, '\u0327'],
  [0xcd, '\u030b'],
  [0xce, '\u0328'],
  [0xcf, '\u030c'],
])
const firstUpper = 0xa1

/** Decodes Latin text: an accent comes before its letter. */
function decodeLatin(bytes: readonly number[]): string {
  let text = ''
  let accent = ''
  for (const byte of bytes) {
    const combining = accents.get(byte)
    if (combining !== undefined) {
      accent = combining
      continue
    }
    const character =
      byte < firstUpper ? String.fromCharCode(byte) : (upper[byte - firstUpper] ?? ' ')
    text += character + accent
    accent = ''
  }
  return text.normalize('NFC')
}

const labels: Readonly<Record<string, string>> = {
  '01': 'iso-8859-5',
  '02': 'iso-8859-6',
  '03': 'iso-8859-7',
  '04': 'iso-8859-8',
}

/** A decoder for the file's character code table: `00` Latin, `01` Cyrillic, `02` Arabic, `03` Greek, `04` Hebrew. */
export function decoderOf(table: string): (bytes: readonly number[]) => string {
  const label = labels[table]
  if (label === undefined) return decodeLatin
  const decoder = new TextDecoder(label)
  return (bytes) => decoder.decode(Uint8Array.from(bytes))
}
