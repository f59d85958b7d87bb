import { basename } from 'node:path'
import { extensionOf } from '#formats/file-name.ts'
import { formats } from '#formats/readers/registry.ts'

/** Endings of recordings. Of several that have one name, the first of these is taken: it has lost least. */
const soundExtensions =
  'wav flac aif aiff caf mp3 m4a m4b aac opus ogg oga weba mka ac3 amr wma mp2 mpga mp4 m4v mov webm mkv ogv avi wmv 3gp mpg mpeg'.split(
    ' ',
  )

/** Endings of texts that seldom have times, the likeliest first; all others that can be read come after. */
const untimedFirst = 'txt text md markdown docx docm dotx otr html htm epub'.split(' ')
const textExtensions = [
  ...new Set([...untimedFirst, ...formats.flatMap(({ extensions }) => extensions)]),
]

/** What this command has written itself: talk.aligned.vtt. */
const written = /\.(?:aligned|draft)\.[^.]+$/i

/** Lower is to be preferred; -1: it is none. */
export const recordingRank = (path: string) => soundExtensions.indexOf(extensionOf(path))

/** Lower is to be preferred; -1: it is none, or one that was written here. */
export const transcriptRank = (path: string) =>
  written.test(path) ? -1 : textExtensions.indexOf(extensionOf(path))

/**
 * What a recording and its text have in common: the path without its ending, composed, as file systems differ in
 * how they write an é.
 */
export const stemOf = (path: string) => withoutEnding(path).normalize('NFC')

export function withoutEnding(path: string): string {
  const dot = basename(path).lastIndexOf('.')
  return dot > 0 ? path.slice(0, path.length - (basename(path).length - dot)) : path
}
