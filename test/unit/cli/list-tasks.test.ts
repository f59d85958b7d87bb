import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listTasks } from '#cli/list-tasks.ts'
import { parseOptions } from '#cli/options.ts'
import { folderWith } from './folders.ts'

async function list(...argv: string[]) {
  const parsed = parseOptions(argv)
  if (parsed.kind !== 'options') throw new Error(`not understood: ${argv.join(' ')}`)
  return listTasks(parsed.options)
}
async function tasksOf(...argv: string[]) {
  const listing = await list(...argv)
  if (listing.kind !== 'listed') throw new Error(listing.why)
  return listing.tasks
}
async function complaintOf(...argv: string[]) {
  const listing = await list(...argv)
  return listing.kind === 'wrong' ? listing.why : 'listed'
}

describe('the tasks', () => {
  test('of a folder: every recording with its transcript, in subfolders too, written beside the recording', async () => {
    const folder = folderWith({
      'b/two.ogg': '',
      'b/two.md': '',
      'one.mp3': '',
      'one.txt': '',
      'alone.mp3': '',
      '.hidden/three.mp3': '',
      '.hidden/three.txt': '',
    })
    const listing = await list(folder, '--format', 'srt')
    expect(listing).toMatchObject({
      tasks: [
        { sound: join(folder, 'b/two.ogg'), out: join(folder, 'b/two.aligned.srt') },
        { sound: join(folder, 'one.mp3'), text: join(folder, 'one.txt') },
      ],
      leftOut: [{ sound: join(folder, 'alone.mp3') }],
    })
  })

  test('with another folder to write to: the same subfolders there', async () => {
    const folder = folderWith({ 'a/b/t.mp3': '', 'a/b/t.txt': '' })
    const [task] = await tasksOf(folder, '--out-dir', '/elsewhere')
    expect(task!.out).toBe('/elsewhere/a/b/t.aligned.vtt')
  })

  test('for recordings alone: with the texts beside them', async () => {
    const folder = folderWith({ 'a.mp3': '', 'a.txt': '', 'b.mp3': '', 'b.docx': '', 'a.wav': '' })
    const tasks = await tasksOf(join(folder, 'b.mp3'), join(folder, 'a.mp3'))
    expect(tasks.map(({ text }) => relative(folder, text!))).toEqual(['b.docx', 'a.txt'])
  })

  test.each(['./t.mp3', './/sub/../t.mp3'])('for %s, too, which stays as typed', async (typed) => {
    const folder = folderWith({ 't.mp3': '', 't.txt': '', 'sub/u.mp3': '' })
    const sound = `${folder}/${typed}`
    const [text, out] = [join(folder, 't.txt'), sound.replace('.mp3', '.aligned.vtt')]
    expect(await tasksOf(sound)).toMatchObject([{ sound, text, out }])
    const lists = folderWith({ 'list.tsv': sound })
    expect(await tasksOf('--manifest', join(lists, 'list.tsv'))).toMatchObject([{ sound, text }])
  })

  test('for one recording and a text of any name: to where it is said', async () => {
    const folder = folderWith({ 'a.mp3': '', 'script.txt': '' })
    const out = join(folder, 'o/a.srt')
    expect(await tasksOf(join(folder, 'a.mp3'), join(folder, 'script.txt'), '-o', out)).toEqual([
      {
        sound: join(folder, 'a.mp3'),
        text: join(folder, 'script.txt'),
        out,
        isNamedHere: false,
        format: 'subrip',
      },
    ])
  })

  test('of a list: as written, and beside the recording where the list names no result', async () => {
    const folder = folderWith({ 'a.mp3': '', 'a.txt': '', 'b.mp3': '', 'other.txt': '' })
    const [a, b, other] = ['a.mp3', 'b.mp3', 'other.txt'].map((name) => join(folder, name))
    const format = 'webvtt'
    const lists = folderWith({ 'list.tsv': `${a}\n${b}\t${other}\t${folder}/x/b.vtt\n` })
    expect(await tasksOf('--manifest', join(lists, 'list.tsv'))).toEqual([
      {
        sound: a,
        text: join(folder, 'a.txt'),
        out: join(folder, 'a.aligned.vtt'),
        isNamedHere: true,
        format,
      },
      { sound: b, text: other, out: `${folder}/x/b.vtt`, isNamedHere: false, format },
    ])
  })

  test('without a text: a draft, where one is asked for', async () => {
    const folder = folderWith({ 'a.mp3': '' })
    expect(await tasksOf(folder)).toEqual([])
    expect(await tasksOf(folder, '--draft')).toEqual([
      {
        sound: join(folder, 'a.mp3'),
        text: null,
        out: join(folder, 'a.draft.vtt'),
        isNamedHere: true,
        format: 'webvtt',
      },
    ])
  })

  test('of a list: extensions choose the format, unless the command does', async () => {
    const folder = folderWith({ 'a.mp3': '', 'a.txt': '' })
    const lists = folderWith({ 'list.tsv': `${folder}/a.mp3\t\t${folder}/a.srt` })
    const list = join(lists, 'list.tsv')
    expect(await tasksOf('--manifest', list)).toMatchObject([{ format: 'subrip' }])
    expect(await tasksOf('--manifest', list, '--format', 'ttml')).toMatchObject([
      { out: `${folder}/a.srt`, format: 'ttml' },
    ])
  })

  test('in parts: each task is in exactly one part, and sizes differ by at most one', async () => {
    const names = Array.from({ length: 23 }, (_, at) => `talk ${at}`)
    const files = names.flatMap((name) => [
      [`${name}.mp3`, ''],
      [`${name}.txt`, ''],
    ])
    const folder = folderWith(Object.fromEntries(files) as Record<string, string>)
    const all = await tasksOf(folder)
    const parts = await Promise.all(
      [1, 2, 3, 4].map((part) => tasksOf(folder, '--shard', `${part}/4`)),
    )
    expect(parts.map(({ length }) => length)).toEqual([6, 6, 6, 5])
    expect(new Set(parts.flat().map(({ sound }) => sound))).toEqual(
      new Set(all.map(({ sound }) => sound)),
    )
  })
})

describe('wrong arguments', () => {
  test('names a file that is not there', async () => {
    const folder = folderWith({ 'a.mp3': '' })
    const why = await complaintOf(join(folder, 'a.mp3'), join(folder, 'a.txt'))
    expect(why).toMatch(/a\.txt could not be opened \(no such file\)/)
    expect(await complaintOf(join(folder, 'nowhere'))).toMatch(/nowhere could not be opened/)
  })

  test('names an ending in a list that no format has', async () => {
    const folder = folderWith({ 'a.mp3': '', 'a.txt': '' })
    const lists = folderWith({ 'list.tsv': `${folder}/a.mp3\t\t${folder}/a.mov` })
    expect(await complaintOf('--manifest', join(lists, 'list.tsv'))).toMatch(
      /^The extension of .*a\.mov is not a format/,
    )
  })

  test('names a folder without a recording', async () => {
    expect(await complaintOf(folderWith({ 'a.txt': '' }))).toMatch(/^No recordings were found/)
  })

  test('gives one name to several', async () => {
    const folder = folderWith({ 'a.mp3': '', 'a.txt': '', 'b.mp3': '', 'b.txt': '' })
    expect(await complaintOf(folder, '-o', 'x.vtt')).toMatch(/--out-dir/)
    const lists = folderWith({ 'l.tsv': `a.mp3\ta.txt\tx.vtt\nb.mp3\tb.txt\tx.vtt\n` })
    expect(await complaintOf('--manifest', join(lists, 'l.tsv'))).toMatch(/both be written to x/)
  })

  test('would write over the text', async () => {
    const folder = folderWith({ 'a.mp3': '', 'a.txt': '' })
    const [sound, text] = [join(folder, 'a.mp3'), join(folder, 'a.txt')]
    expect(await complaintOf(sound, text, '-o', text)).toMatch(/would be overwritten/)
  })
})
