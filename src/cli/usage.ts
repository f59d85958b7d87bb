import { writers } from '#formats/writers/registry.ts'

const formatList = writers.map(({ id, extension }) =>
  id === extension ? id : `${id} (.${extension})`,
)

/** What `--help` prints. */
export const usage = `Finds the words of texts in recordings of them, on this machine.

  npm run align -- talk.mp3 talk.txt -o talk.vtt   one recording and its text
  npm run align -- talk.mp3                        with the text of the same name beside it
  npm run align -- folder/ -j 2                    all recordings in a folder and its subfolders
  npm run align -- --manifest list.tsv             those of a list: sound TAB text TAB out, one a line

What is written is beside the sound, as talk.aligned.vtt. What is newer than its sound and its text is done
and passed over, so the same command goes on where it was interrupted.

  -o, --output FILE     where to write, for one recording; the ending says the format
      --out-dir FOLDER  write there, in the same subfolders
      --format FORMAT   ${wrapped(formatList)}
  -j, --jobs N          recordings at a time, each in a process of its own (1)
      --language TAG    of the texts: en, fr, es … (what the text says, or looks like)
      --draft           where there is no text: write a draft by speech recognition (English)
      --again           also what is done, and texts that have times already
      --decoder NAME    ffmpeg, or own: the page's decoders (ffmpeg where it is installed)
      --manifest FILE   "-" reads the list from standard input; empty columns as without a list;
                        the ending of out says the format
      --shard K/N       only the K-th of N parts of all that, from 1 on: for job arrays
  -h, --help

One line of JSON a recording goes to standard output, progress to the terminal. Put --silent before "align"
to keep npm's own lines out: npm run --silent align -- folder/
Ends with 0: nothing failed; 1: something failed, or a text was refused; 2: the command cannot be understood.
`

/** In the column of the explanations, no line longer than the others. */
function wrapped(words: readonly string[]): string {
  const lines: string[] = ['']
  for (const word of words) {
    const line = lines.at(-1)!
    if (line.length + word.length > 76) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line}, ${word}`
  }
  return lines.join(`,\n${' '.repeat(24)}`)
}
