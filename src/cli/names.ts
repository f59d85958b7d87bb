import { basename } from 'node:path'
import { extensionOf } from '#formats/file-name.ts'
import { formats } from '#formats/readers/registry.ts'

/** Extensions of recordings, least compressed first: of several with one name, the first is used. */
const soundExtensions =
  'wav flac aif aiff caf mp3 m4a m4b aac opus ogg oga weba mka ac3 amr wma mp2 mpga mp4 m4v mov webm mkv ogv avi wmv 3gp mpg mpeg'.split(
    ' ',
  )

/** Extensions of transcripts that seldom have times, most likely first; all other readable ones follow. */
const untimedFirst = 'txt text md markdown docx docm dotx pdf otr html htm epub'.split(' ')
const textExtensions = [
  ...new Set([...untimedFirst, ...formats.flatMap(({ extensions }) => extensions)]),
  // beside a recording, it is seldom a DAISY book
].filter((extension) => extension !== 'zip')

/** Results of this command: talk.aligned.vtt. */
const written = /\.(?:aligned|draft)\.[^.]+$/i

/** Lower is better; -1: not a recording. */
export const recordingRank = (path: string) => soundExtensions.indexOf(extensionOf(path))

/** Lower is better; -1: not a transcript, or a result of this command. */
export const transcriptRank = (path: string) =>
  written.test(path) ? -1 : textExtensions.indexOf(extensionOf(path))

/**
 * The key that pairs a recording with its transcript: the path without its extension, in NFC, because file systems encode
 * accents differently.
 */
export const stemOf = (path: string) => withoutEnding(path).normalize('NFC')

export function withoutEnding(path: string): string {
  const dot = basename(path).lastIndexOf('.')
  return dot > 0 ? path.slice(0, path.length - (basename(path).length - dot)) : path
}

/** Bytes that a name may have in UTF-8, on all usual file systems. */
const mostNameBytes = 255

/** A path with an ending. A name that would become too long is cut, and tells by a digest which one it was. */
export function withEnding(path: string, ending: string): string {
  const name = basename(path)
  if (Buffer.byteLength(`${name}.${ending}`) <= mostNameBytes) return `${path}.${ending}`
  const rest = `~${digestOf(name)}.${ending}`
  let cut = ''
  for (const sign of name) {
    if (Buffer.byteLength(cut + sign + rest) > mostNameBytes) break
    cut += sign
  }
  return `${path.slice(0, path.length - name.length)}${cut}${rest}`
}

/** FNV-1a, 32 bits, in hex. */
function digestOf(name: string): string {
  let digest = 0x811c9dc5
  for (const byte of Buffer.from(name)) digest = Math.imul(digest ^ byte, 0x01000193)
  return (digest >>> 0).toString(16).padStart(8, '0')
}
