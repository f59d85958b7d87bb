import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
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
