import type { ByteSource } from './byte-source.ts'
import { findFrames } from './frames/first-frame.ts'
import { layerOf } from './frames/mp3-header.ts'
import { latin1At, lengthOfId3v2 } from './frames/tags.ts'
import { unplayableMp4 } from './unplayable-mp4.ts'
import { convert, notPlayed } from './unplayable-sentences.ts'

/**
 * Why browsers do not play a recording, by its own bytes, in sentences for the page: what it is, and what to do; `null` where
 * the bytes look like a kind that they do play. Rejects as the source does.
 */
export async function unplayableKind(source: ByteSource): Promise<string | null> {
  if (source.size === 0) return 'It is empty. Copy it again from where it is complete.'
  const head = await source.read(0, 1024)
  const start = latin1At(head, 0, Math.min(64, head.length))
  const known = beginnings.find(([beginning]) => new RegExp(`^${beginning}`, 's').test(start))
  if (known) return known[1]
  if (/^RIFF.{4}WAVE/s.test(start)) return unplayableWave(head)
  if (/^.{4}(ftyp|moov|mdat|wide|free|skip)/s.test(start)) return unplayableMp4(source)
  if (['OggS', 'fLaC', 'RF64', '\x1aE\xdf\xa3'].includes(start.slice(0, 4))) return null
  return unplayableFrames(source, head)
}

const dictation = (kind: string) =>
  `A dictation (${kind}), which browsers do not play. Export it as WAV or MP3 with the program of the recorder, and open that.`

/** How files begin that no browser plays, or only Safari. */
const beginnings: readonly (readonly [string, string])[] = [
  ['#!AMR', notPlayed('An AMR recording from a phone')],
  ['0&\xb2u', notPlayed('A Windows Media recording (WMA or WMV)')],
  ['\x0bw', notPlayed('An AC-3 recording (Dolby Digital)')],
  ['[\x01-\x0f]dss', dictation('DSS')],
  ['[\x01-\x0f]ds2', dictation('DS2')],
  ['FORM.{4}AIF[FC]', `An AIFF recording, which only Safari plays. ${convert}`],
  ['caff', `A CAF recording (Core Audio), which only Safari plays. ${convert}`],
  ['\\.snd', notPlayed('An AU recording (Sun, NeXT)')],
  ['wvpk', notPlayed('A WavPack recording')],
  ['MAC ', notPlayed('A Monkey’s Audio recording (APE)')],
  ['FLV\x01', notPlayed('A Flash video (FLV)')],
  ['RIFF.{4}AVI ', notPlayed('An AVI film')],
  ['\0\0\x01[\xba\xb3]', notPlayed('An MPEG film')],
  ['OggS.{24}Speex', notPlayed('A Speex recording')],
  [
    '(\xef\xbb\xbf)?\\s*<(!doctype html|!DOCTYPE|html|HTML|head)',
    'A web page, not a recording. Open the address in the browser, find the recording there, and use its own address.',
  ],
]

/** By the format tag of WAVE (RFC 2361, appendix A). */
const waveKinds: Record<number, string | undefined> = {
  0x02: 'Microsoft ADPCM',
  0x11: 'IMA ADPCM',
  0x22: 'TrueSpeech',
  0x31: 'GSM 6.10',
  0x40: 'G.721',
  0x42: 'G.723.1',
  0x45: 'G.726',
  0x50: 'MPEG layer II',
  0x55: 'MP3',
  0x83: 'G.729',
  0x160: 'Windows Media',
  0x161: 'Windows Media',
}
const played = new Set([0x01, 0x03, 0x06, 0x07, 0xfffe])

function unplayableWave(head: Uint8Array): string | null {
  const at = latin1At(head, 0, head.length).indexOf('fmt ', 12)
  if (at === -1 || at + 10 > head.length) {
    return 'An unfinished WAV: its sound is not described. Copy it again from where it is complete.'
  }
  const tag = head[at + 8]! | (head[at + 9]! << 8)
  if (played.has(tag)) return null
  const kind = waveKinds[tag] ?? `sound of kind ${tag.toString(16).padStart(4, '0')}`
  return notPlayed(`A WAV with ${kind}`)
}

async function unplayableFrames(source: ByteSource, head: Uint8Array): Promise<string | null> {
  const frames = await findFrames(source)
  if (frames?.format === 'adts') return null
  if (frames) {
    const layer = layerOf(frames.header.kind)
    if (layer === 3) return null
    return notPlayed(`An MPEG layer ${layer === 2 ? 'II (MP2)' : 'I'} recording`)
  }
  const tagLength = lengthOfId3v2(head, 0)
  const first = await source.read(tagLength, tagLength + 4)
  if (isFreeFormat(first)) {
    return notPlayed('An MP3 in free format: its frames do not say how long they are')
  }
  if (tagLength === 0) return null
  return 'An MP3 tag without sound: the file ends, or is damaged, where the sound should begin. Copy it again from where it is complete.'
}

/** A header of MPEG audio with "free" in the place of its bit rate (ISO/IEC 11172-3, 2.4.2.3). */
function isFreeFormat([sync = 0, kind = 0, rates = 0xff]: Uint8Array): boolean {
  const isHeader = sync === 0xff && kind >= 0xe0 && (kind & 0x06) !== 0 && (kind & 0x18) !== 0x08
  return isHeader && rates >> 4 === 0 && (rates & 0x0c) !== 0x0c
}
