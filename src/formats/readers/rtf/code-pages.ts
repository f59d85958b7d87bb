const pages: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The WHATWG label of a code page (`\ansicpg1250`). */
export function labelOfPage(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return pages[page] ?? 'windows-1252'
}

const charsets: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

/** The WHATWG label of a font's character set (`\fcharset204`); `undefined` for the document's own. */
export function labelOfCharset(charset: number): string | undefined {
  return charsets[charset]
}

/** Whether the last of these bytes begins a character of two bytes. */
export function endsInLeadByte(bytes: readonly number[], label: string): boolean {
  const isLead = leadBytes[label]
  if (isLead === undefined) return false
  let isInside = false
  for (const byte of bytes) isInside = !isInside && isLead(byte)
  return isInside
}

const isHigh = (byte: number) => byte >= 0x81 && byte <= 0xfe
const leadBytes: Readonly<Record<string, (byte: number) => boolean>> = {
  // from 0xa0 to 0xdf are syllables of one byte
  shift_jis: (byte) => isHigh(byte) && (byte < 0xa0 || byte > 0xdf),
  gbk: isHigh,
  'euc-kr': isHigh,
  big5: isHigh,
}
