import { readFile, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, normalize, relative, resolve } from 'node:path'
import { text as readStream } from 'node:stream/consumers'
import { failureReason } from './failure.ts'
import { readManifest } from './manifest.ts'
import { recordingRank } from './names.ts'
import { pairByName } from './pairs.ts'
import { refuseSpecial } from './regular-file.ts'
import type { LeftOut } from './task.ts'
import { WrongUsage } from './wrong-usage.ts'

/** A recording to work on. */
export interface WantedRecording {
  readonly sound: string
  readonly text: string | null
  readonly out: string | null
  /** The path relative to the out folder. */
  readonly place: string
}

export interface FoundRecordings {
  readonly wanted: readonly WantedRecording[]
  /** Recordings of one name, and folders that cannot be read. */
  readonly leftOut: readonly LeftOut[]
}

/** Finds recordings in folders, and transcripts beside recordings. Rejects with WrongUsage. */
export async function findInputs(inputs: readonly string[]): Promise<FoundRecordings> {
  const [first, second] = inputs
  const isPair = inputs.length === 2 && recordingRank(second!) === -1 && !(await isFolder(second!))
  if (isPair && !(await isFolder(first!))) {
    for (const path of inputs) await refuseMissing(path)
    const wanted = { sound: first!, text: second!, out: null, place: basename(first!) }
    return { wanted: [wanted], leftOut: [] }
  }
  const found: FoundRecordings[] = []
  for (const input of inputs) {
    found.push((await isFolder(input)) ? await findInFolder(input) : await findBeside(input))
  }
  return {
    wanted: found.flatMap(({ wanted }) => wanted),
    leftOut: found.flatMap(({ leftOut }) => leftOut),
  }
}

async function findInFolder(folder: string): Promise<FoundRecordings> {
  const { paths, unread } = await listFolder(folder)
  const { pairs, duplicates } = pairByName(paths)
  return {
    wanted: pairs.map((pair) => ({ ...pair, out: null, place: relative(folder, pair.sound) })),
    leftOut: [
      ...unread,
      ...duplicates.map(({ sound, taken }) => ({
        sound,
        text: null,
        why: `${basename(taken)} has the same name and is used. Rename this one if it is another recording.`,
      })),
    ],
  }
}

/** The files in a folder and in the folders in it, but for hidden ones. Rejects with WrongUsage if it cannot be read itself. */
async function listFolder(folder: string) {
  const paths: string[] = []
  const unread: LeftOut[] = []
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    try {
      for (const entry of await readdir(next, { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue
        const path = join(next, entry.name)
        if (entry.isDirectory()) waiting.push(path)
        else paths.push(path)
      }
    } catch (error) {
      const why = `This folder could not be read (${whyNot(error)}), so what is in it was left out.`
      if (next === folder) throw new WrongUsage(`${folder}: ${why}`)
      unread.push({ sound: next, text: null, status: 'failed', why })
    }
  }
  return { paths, unread }
}

async function findBeside(sound: string): Promise<FoundRecordings> {
  await refuseMissing(sound)
  const names = await readdir(dirname(sound))
  const { pairs } = pairByName([
    // So that `./talk.mp3` pairs with `talk.txt`.
    normalize(sound),
    ...names
      .map((name) => join(dirname(sound), name))
      .filter((path) => recordingRank(path) === -1 && resolve(path) !== resolve(sound)),
  ])
  const text = pairs[0]?.text ?? null
  return { wanted: [{ sound, text, out: null, place: basename(sound) }], leftOut: [] }
}

/** Reads a list. Rejects with WrongUsage if it cannot be read; files that it names may be missing. */
export async function readList(path: string): Promise<FoundRecordings> {
  const content = await (path === '-' ? readStream(process.stdin) : readFile(path, 'utf8')).catch(
    (error: unknown) => {
      throw new WrongUsage(`${path} could not be read (${whyNot(error)}).`)
    },
  )
  const list = readManifest(content, path === '-' ? 'the list' : path)
  if (list.kind === 'wrong') throw new WrongUsage(list.why)
  const wanted: WantedRecording[] = []
  for (const row of list.rows) {
    const isThere = (await stat(row.sound).catch(() => null)) !== null
    const beside = row.text === null && isThere ? (await findBeside(row.sound)).wanted[0] : null
    wanted.push({ ...row, text: row.text ?? beside?.text ?? null, place: basename(row.sound) })
  }
  return { wanted, leftOut: [] }
}

/** Rejects with WrongUsage for what is not there, and for pipes and devices. */
async function refuseMissing(path: string): Promise<void> {
  await refuseSpecial(path).catch((error: unknown) => {
    throw new WrongUsage(`${path} could not be opened (${whyNot(error)}). Check the name.`)
  })
}

const isFolder = (path: string) =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )

const whyNot = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? 'no such file'
    : failureReason(error)
