/** Magic numbers of audio and video files, each byte written as the character with its code. */
const beginnings = [
  'OggS',
  'fLaC',
  'caff',
  '#!AMR',
  '\\.snd',
  'wvpk',
  'FLV\x01',
  'RF64',
  'ID3[\0-\x0f].',
  'RIFF.{4}(WAVE|AVI )',
  'FORM.{4}AIF[FC]',
  // MP4, but not images in the same container
  '.{4}ftyp(?!hei[cx]|hevc|mif1|msf1|avi[fs])',
  // QuickTime
  '\0.{3}(moov|mdat|wide|free|skip|pnot)',
  // Matroska, ASF, MPEG program stream
  '\x1aE\xdf\xa3',
  '0&\xb2u',
  // AC-3, dictations
  '\x0bw[^\t\n\r -~]',
  '[\x01-\x0f]ds[2s]',
  '\0\0\x01[\xba\xb3]',
]
const anyBeginning = new RegExp(`^(${beginnings.join('|')})`, 's')

/** Whether the first bytes belong to an audio or video file. 64 bytes are enough, for MPEG-TS 400. */
export function detectMedia(head: Uint8Array): boolean {
  if (isMpegAudioFrame(head)) return true
  if (!hasControls(head)) return false
  const start = String.fromCharCode(...head.subarray(0, 16))
  return anyBeginning.test(start) || isMpegTransport(head)
}

/** Text has none, and may begin with the letters of a magic number: `caffeine`, a `G` every 188 bytes. */
function hasControls(head: Uint8Array): boolean {
  return head
    .subarray(0, 512)
    .some((byte) => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13)
}

function isMpegTransport(head: Uint8Array): boolean {
  return head[0] === 0x47 && head[188] === 0x47 && head[376] === 0x47
}

/** Whether the bytes are a valid header of an MPEG audio or ADTS frame. */
function isMpegAudioFrame(head: Uint8Array): boolean {
  const [sync = 0, kind = 0, rates = 0] = head
  if (sync !== 0xff || (kind & 0xe0) !== 0xe0 || head.length < 4) return false
  if ((kind & 0xf6) === 0xf0) return (rates & 0x3c) >> 2 < 13
  // exclude FF FE, the byte order mark of UTF-16, and FF FF, padding
  if (kind >= 0xfe) return false
  const isReserved = (kind & 0x18) === 0x08 || (kind & 0x06) === 0
  return !isReserved && rates >> 4 !== 0xf && (rates & 0x0c) !== 0x0c
}
