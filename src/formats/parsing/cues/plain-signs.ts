/**
 * Replaces characters by their ASCII equivalents: full-width forms, Arabic and Persian digits, other dashes and commas;
 * direction marks become blanks. Each character is replaced by one character, so offsets stay valid.
 */
export function plainSigns(line: string): string {
  if (!/[^\0-\x7f]/.test(line)) return line
  return line.replace(/[^\0-\x7f]/g, plainSign)
}

function plainSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  if (/[،¡]/.test(sign)) return ','
  if (sign === '。') return '.'
  if (/[‐-―−]/.test(sign)) return '-'
  return /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(sign) ? ' ' : sign
}
