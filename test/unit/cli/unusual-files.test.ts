import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createFfmpegDecoder, hasFfmpeg } from '#cli/audio/ffmpeg-sound.ts'
import { openFileBytes } from '#cli/audio/file-bytes.ts'
import { listTasks } from '#cli/list-tasks.ts'
import { withEnding } from '#cli/names.ts'
import { parseOptions } from '#cli/options.ts'
import { readTranscriptFile } from '#cli/read-transcript-file.ts'
import { refuseSpecialTarget } from '#cli/regular-file.ts'
import { writeWholeFile } from '#cli/whole-file.ts'
import { waveOf } from './demo-excerpt.ts'
import { folderWith } from './folders.ts'

function listed(...argv: string[]) {
  const parsed = parseOptions(argv)
  if (parsed.kind !== 'options') throw new Error(JSON.stringify(parsed))
  return listTasks(parsed.options)
}

function withPipe(name: string) {
  const folder = folderWith()
  const pipe = join(folder, name)
  execFileSync('sh', ['-c', 'mkfifo "$0"', pipe])
  return pipe
}

describe('pipes and devices', () => {
  test('are not read, for that might never end', async () => {
    const pipe = withPipe('talk.mp3')
    await expect(listed(pipe, '--draft')).resolves.toMatchObject({
      kind: 'wrong',
      why: expect.stringContaining('it is a pipe, not a file'),
    })
    await expect(openFileBytes(pipe)).rejects.toThrow('it is a pipe, not a file')
    await expect(openFileBytes('/dev/zero')).rejects.toThrow('it is a device, not a file')
    await expect(readTranscriptFile(pipe)).resolves.toMatchObject({ kind: 'failed' })
  })

  test('are not replaced by a result', async () => {
    const pipe = withPipe('talk.vtt')
    await expect(writeWholeFile(pipe, 'WEBVTT\n')).rejects.toThrow('is a pipe')
    expect(readdirSync(join(pipe, '..'))).toEqual(['talk.vtt'])
    await expect(refuseSpecialTarget('/dev/null')).rejects.toThrow(
      '/dev/null is a device, which a result never replaces',
    )
    const folder = folderWith({ 'a.wav': '', 'a.txt': 'Hello.' })
    await expect(
      listed(join(folder, 'a.wav'), join(folder, 'a.txt'), '-o', pipe),
    ).resolves.toMatchObject({ kind: 'wrong', why: expect.stringContaining('is a pipe') })
  })
})

test('a folder that cannot be read is said, and the rest is listed', async () => {
  const folder = folderWith({ 'a.wav': '', 'a.txt': 'Hello.', 'b/c.wav': '', 'b/c.txt': 'Hello.' })
  onTestFinished(() => void execFileSync('rm', ['-rf', folder]))
  // Paths of more than 4096 bytes cannot be opened, by nobody.
  const deeper =
    'for (const name of Array(18).fill("d".repeat(240))) { fs.mkdirSync(name); process.chdir(name) }'
  execFileSync(process.execPath, ['-e', deeper], { cwd: folder })
  const listing = await listed(folder)
  if (listing.kind === 'wrong') throw new Error(listing.why)
  expect(listing.tasks.map(({ sound }) => sound.slice(folder.length + 1))).toEqual([
    'a.wav',
    'b/c.wav',
  ])
  expect(listing.leftOut).toMatchObject([
    {
      status: 'failed',
      why: expect.stringMatching(/^This folder could not be read \(ENAMETOOLONG/),
    },
  ])
})

test('names of 255 bytes have results with names of their own', async () => {
  const [one, other] = ['é'.repeat(125) + 'a', 'é'.repeat(125) + 'b']
  const folder = folderWith({ [`${one}.wav`]: '', [`${one}.txt`]: 'Hello.' })
  writeFileSync(join(folder, `${other}.wav`), '')
  const listing = await listed(folder, '--draft')
  if (listing.kind === 'wrong') throw new Error(listing.why)
  expect(listing.tasks).toHaveLength(2)
  for (const { out } of listing.tasks) await writeWholeFile(out, 'WEBVTT\n')
  expect(readdirSync(folder).filter((name) => name.endsWith('.vtt'))).toHaveLength(2)
  expect(withEnding('/a/talk', 'aligned.vtt')).toBe('/a/talk.aligned.vtt')
})

test.runIf(hasFfmpeg())('FFmpeg opens no file but the one it was given', async () => {
  const folder = folderWith({
    'sound.wav': waveOf(
      Array.from({ length: 16_000 }, (_, at) => Math.sin(at / 9) / 2),
      16_000,
    ),
    'list.mp3': "ffconcat version 1.0\nfile 'sound.wav'\n",
    'playlist.m4a': '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nsound.wav\n#EXT-X-ENDLIST\n',
  })
  const decoded = async (name: string) => {
    let samples = 0
    const decoder = createFfmpegDecoder(join(folder, name), { seeksExactly: true, channels: 1 })
    onTestFinished(decoder.dispose)
    await decoder.decode({ start: 0, end: 1 }, ({ planes }) => (samples += planes[0]!.length))
    return samples
  }
  expect(await decoded('sound.wav')).toBe(16_000)
  await expect(decoded('list.mp3')).rejects.toThrow('FFmpeg ended')
  await expect(decoded('playlist.m4a')).rejects.toThrow('FFmpeg ended')
})

describe('standard output', { timeout: 120_000 }, () => {
  const start = join(import.meta.dirname, '../../../src/cli/start.mjs')

  /** Runs the command; its exit code and what it complained of. */
  function run(args: readonly string[], stdout: number | 'closed') {
    const child = spawn(process.execPath, [start, ...args], {
      stdio: ['ignore', stdout === 'closed' ? 'pipe' : stdout, 'pipe'],
    })
    child.stdout?.destroy()
    let said = ''
    child.stderr!.on('data', (text) => (said += String(text)))
    return new Promise<{ code: number | null; said: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, said })),
    )
  }
  const folder = () => folderWith({ 'a.wav': '', 'b.wav': '', 'c.wav': '' })

  test('that is full ends the work with one sentence', async () => {
    const full = openSync('/dev/full', 'w')
    onTestFinished(() => closeSync(full))
    const { code, said } = await run([folder()], full)
    expect(code).toBe(1)
    expect(said).toMatch(/^The report could not be written \(ENOSPC[^\n]*\)\.\n$/)
  })

  test('that is closed ends it without a word', async () => {
    expect(await run([folder()], 'closed')).toEqual({ code: 141, said: '' })
  })
})
