import { writers } from '#formats/writers/registry.ts'

const formatList = writers.map(({ id, extension }) =>
  id === extension ? id : `${id} (.${extension})`,
)

/** What `--help` prints. */
export const usage = `Aligns transcripts with their recordings, on this machine.

  npm run align -- talk.mp3 talk.txt -o talk.vtt   one recording and its transcript
  npm run align -- talk.mp3                        with the transcript of the same name beside it
  npm run align -- folder/ -j 2                    all recordings in a folder and its subfolders
  npm run align -- --manifest list.tsv             a list: recording TAB transcript TAB result, one a line

The result is written beside the recording, as talk.aligned.vtt. A result that was made from the same
recording and transcript is skipped, so the same command continues where it was interrupted.

  -o, --output FILE     the result, for one recording; its extension chooses the format
      --out-dir FOLDER  write results there, in the same subfolders
      --format FORMAT   ${wrapped(formatList)}
  -j, --jobs N          recordings at a time, each in a process of its own (1)
      --language TAG    of the transcripts: en, fr, es … (as they state, or guessed)
      --draft           write a draft by speech recognition where there is no transcript (English)
      --again           replace results, and times that transcripts have already
      --decoder NAME    ffmpeg, or own: the page's decoders (ffmpeg if it is installed)
      --manifest FILE   "-" reads the list from standard input; empty columns as without a list;
                        the extension of the result chooses the format
      --shard K/N       only part K of N, counted from 1: for job arrays
  -h, --help

Prints one line of JSON for each recording, and progress on a terminal. Put --silent before "align"
to keep npm's own lines out: npm run --silent align -- folder/
Exit codes: 0 nothing failed; 1 a recording failed or was refused; 2 the arguments are wrong.
`

/** Wraps a list in the column of the explanations. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = ['']
  for (const word of words) {
    const line = lines.at(-1)!
    if (line.length + word.length > 76) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line}, ${word}`
  }
  return lines.join(`,\n${' '.repeat(24)}`)
}
