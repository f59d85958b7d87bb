import { mkdirSync, readFileSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isDone } from '#cli/is-done.ts'
import { writeWholeFile } from '#cli/whole-file.ts'
import { folderWith } from './folders.ts'

describe('a file that is written', () => {
  test('is there whole, alone, in a folder that is made for it', async () => {
    const folder = folderWith()
    await writeWholeFile(join(folder, 'a/b/t.vtt'), 'WEBVTT\n')
    expect(readFileSync(join(folder, 'a/b/t.vtt'), 'utf8')).toBe('WEBVTT\n')
    expect(readdirSync(join(folder, 'a/b'))).toEqual(['t.vtt'])
  })

  test('leaves nothing behind where it cannot get its name', async () => {
    const folder = folderWith()
    mkdirSync(join(folder, 't.vtt/full'), { recursive: true })
    await expect(writeWholeFile(join(folder, 't.vtt'), 'WEBVTT\n')).rejects.toThrow(/t\.vtt/)
    expect(readdirSync(folder)).toEqual(['t.vtt'])
  })
})

describe('a task is done', () => {
  const files = { 't.mp3': '', 't.txt': '', 't.aligned.vtt': '' }
  const taskIn = (folder: string) => ({
    sound: join(folder, 't.mp3'),
    text: join(folder, 't.txt'),
    out: join(folder, 't.aligned.vtt'),
  })

  test.each([
    ['newer than both', { 't.mp3': 10, 't.txt': 10, 't.aligned.vtt': 20 }, true],
    ['older than the text', { 't.mp3': 10, 't.txt': 30, 't.aligned.vtt': 20 }, false],
    ['older than the sound', { 't.mp3': 30, 't.txt': 10, 't.aligned.vtt': 20 }, false],
  ])('or not, when what was written is %s', async (_, times, answer) => {
    const folder = folderWith(files)
    for (const [name, time] of Object.entries(times)) utimesSync(join(folder, name), time, time)
    expect(await isDone(taskIn(folder))).toBe(answer)
  })

  test('not when nothing was written, nor when the sound has gone', async () => {
    expect(await isDone(taskIn(folderWith({ 't.mp3': '', 't.txt': '' })))).toBe(false)
    expect(await isDone(taskIn(folderWith({ 't.txt': '', 't.aligned.vtt': '' })))).toBe(false)
  })
})
