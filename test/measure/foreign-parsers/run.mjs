import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parsers } from './parsers.mjs'
import { ensureTools } from './tools.mjs'
import { writeAll } from './write-all.mjs'

/**
 * `npm run test:parsers`: writes one fixture of each timed format in all formats, and has other programs read the files:
 * Python's srt, webvtt and python-docx, ffmpeg, Praat, and imsc for TTML. Exits with 1 if one of them refuses a file or finds
 * other cues, times or texts than were written. Installs what is missing, where it may.
 */
ensureTools()
const folder = await mkdtemp(join(tmpdir(), 'earshot-parsers-'))
let failures = 0
try {
  const transcripts = await writeAll(folder)
  console.log(`${transcripts.length} transcripts`)
  if (transcripts.length < 30) throw new Error('There are fewer than 30 transcripts to write.')
  for (const { name, read, differenceFrom, extension } of parsers) {
    const found = await read(folder)
    const wrong = transcripts.flatMap((transcript) => {
      const difference = differenceFrom(transcript, found[`${transcript.name}.${extension}`])
      return difference === null ? [] : [`${transcript.name}.${extension}: ${difference}`]
    })
    failures += wrong.length
    console.log(
      `${name.padEnd(28)} ${transcripts.length - wrong.length} of ${transcripts.length} as written`,
    )
    for (const line of wrong) console.log(`  ${line}`)
  }
} finally {
  await rm(folder, { recursive: true })
}
process.exitCode = failures === 0 ? 0 : 1
