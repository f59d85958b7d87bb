import type { Problem } from '#transcript/problem.ts'

interface NamedKind {
  readonly is: string
  readonly advice: string
  readonly matches: (head: string) => boolean
}

const rttmLine =
  /^(?:SPEAKER|SPKR-INFO|LEXEME|SEGMENT|NOSCORE|NON-SPEECH)\s+\S+\s+\d+\s+(?:[\d.]+|<NA>)\s+(?:[\d.]+|<NA>)\s/
const fromPictures =
  'Convert them to SubRip (.srt) with a program that reads letters from pictures.'

/** Kinds of text files that hold no words that can be shown. */
const asBook = 'Pack the whole folder of the book as a ZIP and open that.'

const kinds: readonly NamedKind[] = [
  {
    is: 'the contents page of a DAISY book, whose text and times are in the files beside it',
    advice: asBook,
    matches: (head) => /<meta\s[^<>]{0,200}name\s?=\s?["']ncc:/i.test(head),
  },
  {
    is: 'the text of a DAISY book, whose times are in the files beside it',
    advice: asBook,
    matches: (head) => /<dtbook[\s>]/.test(head.slice(0, 2000)),
  },
  {
    is: 'the list of contents of a book (EPUB or DAISY), whose text and times are in the files beside it',
    advice: asBook,
    matches: (head) => /<(?:package|ncx)\s[^<>]{0,400}(?:opf|ncx|oeb)/i.test(head.slice(0, 2000)),
  },
  {
    is: 'MacCaption captions (MCC), whose text is in codes',
    advice: 'Export it as SubRip (.srt) or WebVTT (.vtt) and open that.',
    matches: (head) => /^\s{0,9}File Format\s?=\s?MacCaption/i.test(head),
  },
  {
    is: 'an RTTM file: it says who speaks when, but holds no words',
    advice: 'Open the transcript itself.',
    matches: (head) =>
      rttmLine.test(
        head.split('\n', 40).find((line) => line.trim() !== '' && !line.startsWith(';')) ?? '',
      ),
  },
  {
    is: 'a VobSub index, whose subtitles are pictures in the .sub file beside it',
    advice: fromPictures,
    matches: (head) => /^\s{0,9}# VobSub index file/i.test(head),
  },
  {
    is: 'a BDN project, whose subtitles are pictures',
    advice: fromPictures,
    matches: (head) => /<BDN\s/.test(head.slice(0, 2000)),
  },
  {
    is: 'a playlist of a stream (HLS), which holds addresses and no words',
    advice: 'Open the captions that it names, as WebVTT (.vtt).',
    matches: (head) => /^\s{0,9}#EXTM3U/.test(head),
  },
]

/** Refuses a kind of text file that is no transcript by its name; `null` for any other text. */
export function refuseByName(head: string, name: string): Problem | null {
  const kind = kinds.find(({ matches }) => matches(head))
  if (kind === undefined) return null
  const message = `${name} is ${kind.is}. ${kind.advice}`
  return { code: 'format-refused', severity: 'error', message }
}
