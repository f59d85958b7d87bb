import { renameSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { standingOf } from '#cli/is-done.ts'
import { recordSources, sourcesOf } from '#cli/made-from.ts'
import { folderWith } from './folders.ts'

const files = { 't.mp3': 'sound', 't.txt': 'One.', 't.aligned.vtt': 'WEBVTT' }
const taskIn = (folder: string) => ({
  sound: join(folder, 't.mp3'),
  text: join(folder, 't.txt'),
  out: join(folder, 't.aligned.vtt'),
  isNamedHere: true,
  format: 'webvtt',
})

/** A folder with a result, and what it was made from. */
async function withResult() {
  const folder = folderWith({ ...files, 'other.mp3': 'another sound', 'other.txt': 'Two.' })
  const task = taskIn(folder)
  await recordSources(task.out, await sourcesOf(task))
  return { folder, task }
}

describe('a result', () => {
  test('is done where it was made from these files, whatever their dates', async () => {
    const { folder, task } = await withResult()
    utimesSync(join(folder, 't.txt'), 9e9, 9e9)
    expect(await standingOf(task)).toEqual({ kind: 'done' })
    renameSync(join(folder, 't.mp3'), join(folder, 'renamed.mp3'))
    expect(await standingOf({ ...task, sound: join(folder, 'renamed.mp3') })).toEqual({
      kind: 'done',
    })
  })

  test('is made again where one of these files has changed, whatever its date', async () => {
    const { folder, task } = await withResult()
    writeFileSync(join(folder, 't.txt'), 'One. Two.')
    utimesSync(join(folder, 't.txt'), 1, 1)
    expect(await standingOf(task)).toEqual({ kind: 'to-do' })
  })

  test.each([
    ['recording', { sound: 'other.mp3' }],
    ['text', { text: 'other.txt' }],
  ])('is neither done nor replaced where it was made from another %s', async (_, other) => {
    const { folder, task } = await withResult()
    const [[key, name]] = Object.entries(other) as [[string, string]]
    const standing = await standingOf({ ...task, [key]: join(folder, name) })
    expect(standing).toEqual({ kind: 'other', why: 'was made from t.mp3 and t.txt' })
    expect(await standingOf({ ...task, text: null })).toMatchObject({ kind: 'other' })
  })

  test('that somebody else made is not replaced, where its name was given', async () => {
    const task = { ...taskIn(folderWith(files)), isNamedHere: false }
    expect(await standingOf(task)).toEqual({
      kind: 'other',
      why: 'exists, and what it was made from is not known',
    })
  })

  test.each([
    ['newer than both', { 't.mp3': 10, 't.txt': 10, 't.aligned.vtt': 20 }, 'done'],
    ['older than the text', { 't.mp3': 10, 't.txt': 30, 't.aligned.vtt': 20 }, 'to-do'],
    ['older than the sound', { 't.mp3': 30, 't.txt': 10, 't.aligned.vtt': 20 }, 'to-do'],
  ])('of an earlier version that is %s is taken as that', async (_, times, kind) => {
    const folder = folderWith(files)
    for (const [name, time] of Object.entries(times)) utimesSync(join(folder, name), time, time)
    expect(await standingOf(taskIn(folder))).toEqual({ kind })
  })

  test('is to be made where there is none, or the sound has gone', async () => {
    const { 't.aligned.vtt': _, ...sources } = files
    expect(await standingOf(taskIn(folderWith(sources)))).toEqual({ kind: 'to-do' })
    const { 't.mp3': __, ...rest } = files
    expect(await standingOf(taskIn(folderWith(rest)))).toEqual({ kind: 'to-do' })
  })
})
