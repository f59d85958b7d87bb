import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '#cli/report.ts'
import { readTranscript } from '#formats/read-transcript.ts'
import { demoExcerpt } from './demo-excerpt.ts'
import { folderWith } from './folders.ts'

const start = join(import.meta.dirname, '../../../src/cli/start.mjs')

/** Makes Node write the processor time of the command to standard error when it ends, milliseconds. */
const reportsProcessorTime = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
    `process.on('exit', () => {
      const { user, system } = process.cpuUsage()
      process.stderr.write(String((user + system) / 1000))
    })`,
  )}`,
}

const align = (folder: string, ...args: string[]) => runCommand(folder, args)

/** Starts the command as a user does. */
function runCommand(folder: string, args: string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, ...environment }
  return new Promise<{ code: number; reports: Report[]; said: string; complaint: string }>(
    (resolve) => {
      execFile(
        process.execPath,
        [start, ...args],
        { cwd: folder, env },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : Number(error.code)
          const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
          const reports = lines.map((line) => JSON.parse(line) as Report)
          resolve({ code, reports, said: stdout, complaint: stderr })
        },
      )
    },
  )
}

describe('npm run align', { timeout: 120_000 }, () => {
  let excerpt: Awaited<ReturnType<typeof demoExcerpt>>
  beforeAll(async () => {
    excerpt = await demoExcerpt(20)
  })
  const files = (names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap((name) => [
        [`${name}.wav`, excerpt.wave],
        [`${name}.txt`, excerpt.text],
      ]),
    )

  test('writes every word at its time, in the order of the text', async () => {
    const folder = folderWith(files(['talk']))
    const { code, reports } = await align(folder, 'talk.wav', 'talk.txt', '-o', 'out/talk.json')
    expect(code).toBe(0)
    expect(reports).toHaveLength(1)
    const [report] = reports
    expect(report).toMatchObject({ status: 'aligned', language: 'en', soundSeconds: 20 })
    expect(report!.words).toBe(report!.sure! + report!.unsure! + report!.notHeard!)
    expect(report!.sure! + report!.unsure!).toBeGreaterThan(excerpt.words.length * 0.8)

    const bytes = readFileSync(join(folder, 'out/talk.json'))
    const { transcript } = await readTranscript(bytes, { fileName: 'talk.json' })
    const text = transcript!.segments.map((segment) => segment.text).join(' ')
    expect(text.replace(/\s+/g, ' ')).toBe(excerpt.text.replace(/\s+/g, ' '))
    const starts = transcript!.segments.flatMap(({ words }) => words.map((word) => word.start))
    expect(starts.length).toBeGreaterThan(excerpt.words.length * 0.8)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    expect(starts.at(-1)).toBeLessThanOrEqual(20)
  })

  test('does not call a file done that was made from another recording', async () => {
    const folder = folderWith({ ...files(['talk']), 'other.wav': excerpt.wave.slice(0, -2000) })
    const first = await align(folder, 'talk.wav', 'talk.txt', '-o', 'a.vtt')
    expect(first.code).toBe(0)
    const again = await align(folder, 'talk.wav', 'talk.txt', '-o', 'a.vtt')
    expect(again).toMatchObject({ code: 0, reports: [{ status: 'skipped' }] })
    const other = await align(folder, 'other.wav', 'talk.txt', '-o', 'a.vtt')
    expect(other).toMatchObject({ code: 1, reports: [{ status: 'refused' }] })
    expect(other.reports[0]!.why).toBe(
      'a.vtt was made from talk.wav and talk.txt. Use --again to replace it, or another name.',
    )
  })

  test('does a folder with two processes, and the second time what has changed only', async () => {
    const folder = folderWith(files(['a', 'b/c', 'd']))
    const first = await align(folder, '.', '-j', '2')
    expect(first.reports.map(({ status }) => status)).toEqual(['aligned', 'aligned', 'aligned'])
    expect(first.complaint).toBe('')

    const later = new Date(Date.now() + 5000)
    writeFileSync(join(folder, 'd.txt'), `${excerpt.text}\n`)
    utimesSync(join(folder, 'd.txt'), later, later)
    const second = await align(folder, '.', '-j', '2')
    const statuses = second.reports.map(({ sound, status }) => `${sound} ${status}`)
    expect(statuses.toSorted()).toEqual(['a.wav skipped', 'b/c.wav skipped', 'd.wav aligned'])
    expect(second.code).toBe(0)
  })

  test('ends with 1 where one failed, and does the others', async () => {
    const folder = folderWith({ ...files(['b']), 'a.wav': 'no sound', 'a.txt': 'One.' })
    const { code, reports } = await align(folder, '.', '--decoder', 'own')
    expect(code).toBe(1)
    expect(reports.map(({ status }) => status)).toEqual(['failed', 'aligned'])
    expect(reports[0]!.why).toMatch(/^a\.wav cannot be read: /)
    expect(existsSync(join(folder, 'a.aligned.vtt'))).toBe(false)
  })

  test('ends with 2 where the command cannot be understood, and says why, and where help is', async () => {
    const { code, said, complaint } = await align(folderWith(), '--fast')
    expect(code).toBe(2)
    expect(said).toBe('')
    expect(complaint).toMatch(/--fast[\s\S]*--help/)
  })

  test('helps, and starts at once when it has been started before', async () => {
    await align(folderWith(), '--help')
    const { code, said, complaint } = await runCommand(
      folderWith(),
      ['--help'],
      reportsProcessorTime,
    )
    expect(Number(complaint)).toBeGreaterThan(0)
    expect(Number(complaint)).toBeLessThan(2000)
    expect(code).toBe(0)
    expect(said).toMatch(/folder\/ -j 2/)
  })

  test('leaves no half file when it is interrupted, and goes on from there', async () => {
    const names = Array.from({ length: 4 }, (_, at) => `talk ${at}`)
    const folder = folderWith(files(names))
    const running = spawn(process.execPath, [start, '.'], { cwd: folder })
    running.stdout.once('data', () => running.kill('SIGINT'))
    const code = await new Promise((resolve) => running.once('close', resolve))
    expect(code).toBe(130)
    const written = readdirSync(folder).filter((name) => !/^\.|\.(wav|txt)$/.test(name))
    expect(written.length).toBeLessThan(4)
    for (const name of written) {
      expect(name).toMatch(/^talk \d\.aligned\.vtt$/)
      expect(statSync(join(folder, name)).size).toBeGreaterThan(500)
    }
    const { code: next, reports } = await align(folder, '.', '-j', '2')
    expect(next).toBe(0)
    const done = reports.filter(({ status }) => status === 'skipped')
    expect(done).toHaveLength(written.length)
  })
})
