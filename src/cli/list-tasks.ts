import { join, resolve } from 'node:path'
import { findInputs, readList } from './recordings.ts'
import type { WantedRecording } from './recordings.ts'
import { failureReason } from './failure.ts'
import { withEnding, withoutEnding } from './names.ts'
import { refuseSpecialTarget } from './regular-file.ts'
import type { Options, Shard } from './options.ts'
import type { LeftOut, Task } from './task.ts'
import { writerOfEnding } from './writer-for.ts'
import { WrongUsage } from './wrong-usage.ts'

/** `why`: a sentence for the user. */
export type Listing =
  | {
      readonly kind: 'listed'
      readonly tasks: readonly Task[]
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly kind: 'wrong'; readonly why: string }

/** Lists the tasks, in an order that depends only on the names. */
export async function listTasks(options: Options): Promise<Listing> {
  try {
    const { wanted, leftOut: notRead } =
      options.manifest === null
        ? await findInputs(options.inputs)
        : await readList(options.manifest)
    if (wanted.length === 0)
      throw new WrongUsage('No recordings were found. Check the names of files and folders.')
    if (options.output !== null && wanted.length > 1) {
      throw new WrongUsage('--output is for one recording. Use --out-dir for several.')
    }
    const mine = partOf(wanted, options.shard)
    const tasks = mine.filter(({ text }) => text !== null || options.drafts)
    const leftOut = mine.filter(({ text }) => text === null && !options.drafts).map(withoutText)
    const listed = tasks.map((each) => toTask(each, options))
    const all = wanted.map((each) => toTask(each, options))
    refuseClashes(all)
    await refuseSpecialTargets(all)
    return {
      kind: 'listed',
      tasks: listed,
      leftOut: [...leftOut, ...partOf(notRead, options.shard)],
    }
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'wrong', why: error.message }
    throw error
  }
}

/** Every n-th entry, because neighbours in a folder often have similar lengths. */
function partOf<T>(all: readonly T[], shard: Shard | null): readonly T[] {
  return shard === null ? all : all.filter((_, at) => at % shard.of === shard.part - 1)
}

const withoutText = ({ sound }: WantedRecording): LeftOut => ({
  sound,
  text: null,
  why: 'No transcript of the same name is beside it. Put one there, or use --draft.',
})

function toTask({ sound, text, out, place }: WantedRecording, options: Options): Task {
  const { output, outFolder, isFormatGiven } = options
  const writer = out === null || isFormatGiven ? options.writer : writerOfEnding(out)
  const ending = `${text === null ? 'draft' : 'aligned'}.${writer.extension}`
  const beside = outFolder === null ? withoutEnding(sound) : join(outFolder, withoutEnding(place))
  const named = out ?? output
  return {
    sound,
    text,
    out: named ?? withEnding(beside, ending),
    isNamedHere: named === null,
    format: writer.id,
  }
}

/** Rejects with WrongUsage if a result would replace a pipe or a device. */
async function refuseSpecialTargets(tasks: readonly Task[]): Promise<void> {
  for (const { out, isNamedHere } of tasks) {
    if (isNamedHere) continue
    await refuseSpecialTarget(out).catch((error: unknown) => {
      throw new WrongUsage(`${failureReason(error)}. Choose another name for the result.`)
    })
  }
}

/** Throws WrongUsage if two tasks write one file, or one overwrites its own source. */
function refuseClashes(tasks: readonly Task[]): void {
  const taken = new Map<string, string>()
  for (const { sound, text, out } of tasks) {
    const path = resolve(out)
    const other = taken.get(path)
    if (other !== undefined) {
      throw new WrongUsage(
        `${other} and ${sound} would both be written to ${out}. Use a list with other names.`,
      )
    }
    if (path === resolve(sound) || (text !== null && path === resolve(text))) {
      throw new WrongUsage(
        `${out} would be overwritten, but the result is made from it. Choose another name for the result.`,
      )
    }
    taken.set(path, sound)
  }
}
