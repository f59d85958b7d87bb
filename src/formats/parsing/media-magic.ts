const stillBrands = new Set(['heic', 'heix', 'hevc', 'mif1', 'msf1', 'avif', 'avis'])
const quickTimeAtoms = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'])
const signatures = ['OggS', 'fLaC', 'caff', '#!AMR', '.snd', 'wvpk', 'FLV\x01', 'RF64']

/** Whether these first bytes (64 are enough, 400 for MPEG-TS) begin a sound or a film. */
export function detectMedia(head: Uint8Array): boolean {
  const ascii = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to))
  const at = (index: number) => head[index] ?? 0
  const start = ascii(0, 5)
  if (start.startsWith('ID3') && at(3) < 0x10 && head.length > 4) return true
  if (signatures.some((signature) => start.startsWith(signature))) return true
  if (start.startsWith('RIFF')) return /^(?:WAVE|AVI )/.test(ascii(8, 12))
  if (start.startsWith('FORM')) return /^AIF[FC]/.test(ascii(8, 12))
  if (ascii(4, 8) === 'ftyp') return !stillBrands.has(ascii(8, 12))
  if (quickTimeAtoms.has(ascii(4, 8)) && at(0) === 0) return true
  const first = ((at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3)) >>> 0
  const isEbml = first === 0x1a45dfa3
  const isAsf = first === 0x3026b275
  const isMpegProgram = first === 0x000001ba || first === 0x000001b3
  return isEbml || isAsf || isMpegProgram || isMpegTransport(head) || isMpegAudioFrame(head)
}

function isMpegTransport(head: Uint8Array): boolean {
  return head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47
}

/** An MPEG audio or ADTS frame header, where what can be checked in it is right. */
function isMpegAudioFrame(head: Uint8Array): boolean {
  const [sync = 0, kind = 0, rates = 0] = head
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || head.length < 4) return false
  if ((kind & 0xf6) === 0xf0) return (rates & 0x3c) >> 2 < 13
  // FF FE and FF FF: the byte order mark of UTF-16, and padding
  if (kind >= 0xfe) return false
  const isReserved = (kind & 0x18) === 0x08 || (kind & 0x06) === 0
  return !isReserved && rates >> 4 !== 0xf && rates >> 4 !== 0 && (rates & 0x0c) !== 0x0c
}
