import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAlignerPool } from '#cli/aligner-pool.ts'
import type { Report } from '#cli/report.ts'
import type { Assignment } from '#cli/task.ts'
import { folderWith } from './folders.ts'

/** A process that acts by the recording's name: it breaks, hangs, is slow, or reports at once. */
const program = `
process.on('message', ({ sound }) => {
  if (sound === 'breaks') process.exit(7)
  process.send({ kind: 'progress', done: 0.5 })
  if (sound === 'hangs') return setInterval(() => {}, 1000)
  const waitMs = sound === 'slow' ? 3000 : 0
  setTimeout(() => process.send({ kind: 'report', report: { sound, status: 'aligned', why: String(process.pid) } }), waitMs)
})
process.on('disconnect', () => process.exit())
`

const assignmentOf = (sound: string): Assignment => ({
  sound,
  text: `${sound}.txt`,
  out: `${sound}.vtt`,
  isNamedHere: true,
  format: 'webvtt',
  language: null,
  decoder: 'own',
  again: false,
})

function poolOf(size: number) {
  const reports: Report[] = []
  const progress: string[] = []
  const pool = createAlignerPool({
    program: join(folderWith({ 'process.mjs': program }), 'process.mjs'),
    size,
    onReport: (report) => reports.push(report),
    onProgress: ({ sound }, done) => progress.push(`${sound} ${done}`),
  })
  async function* assignments(sounds: readonly string[]) {
    for (const sound of sounds) yield assignmentOf(sound)
  }
  return { pool, reports, progress, run: (...sounds: string[]) => pool.run(assignments(sounds)) }
}

describe('processes that share the work', { timeout: 60_000 }, () => {
  test('report in the order in which they are done', async () => {
    const { reports, progress, run } = poolOf(2)
    await run('slow', 'a', 'b')
    expect(reports.map(({ sound }) => sound)).toEqual(['a', 'b', 'slow'])
    expect(progress).toContain('slow 0.5')
  })

  test('are as many as were asked for, and each does one after the other', async () => {
    const { reports, run } = poolOf(1)
    await run('a', 'b', 'c')
    expect(new Set(reports.map(({ why }) => why)).size).toBe(1)
  })

  test('lose one recording where one of them breaks, and go on', async () => {
    const { reports, run } = poolOf(1)
    await run('a', 'breaks', 'b')
    expect(reports.map(({ sound, status }) => `${sound} ${status}`)).toEqual([
      'a aligned',
      'breaks failed',
      'b aligned',
    ])
    expect(reports[1]!.why).toMatch(/ended early \(7\)/)
  })

  test('end when stopped, also in the middle of a recording, and report nothing more', async () => {
    const { pool, reports, progress, run } = poolOf(2)
    const running = run('hangs', 'a', 'hangs', 'b')
    await expect.poll(() => progress, { timeout: 20_000 }).toHaveLength(3)
    pool.stop()
    await running
    expect(reports.map(({ sound }) => sound)).toEqual(['a'])
  })
})
