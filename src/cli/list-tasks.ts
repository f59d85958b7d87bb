import { join, resolve } from 'node:path'
import { findInputs, readList } from './recordings.ts'
import type { WantedRecording } from './recordings.ts'
import { withoutEnding } from './names.ts'
import type { Options, Shard } from './options.ts'
import type { LeftOut, Task } from './task.ts'
import { writerOfEnding } from './writer-for.ts'
import { WrongUsage } from './wrong-usage.ts'

/** `wrong`: nothing can be done, with a sentence on why. */
export type Listing =
  | {
      readonly kind: 'listed'
      readonly tasks: readonly Task[]
      readonly leftOut: readonly LeftOut[]
    }
  | { readonly kind: 'wrong'; readonly why: string }

/** What there is to do, in an order that depends on the names alone. */
export async function listTasks(options: Options): Promise<Listing> {
  try {
    const { wanted, doubles } =
      options.manifest === null
        ? await findInputs(options.inputs)
        : await readList(options.manifest)
    if (wanted.length === 0) throw new WrongUsage('There is no recording in what was given.')
    if (options.output !== null && wanted.length > 1) {
      throw new WrongUsage('--output is for one recording. Use --out-dir for several.')
    }
    const mine = partOf(wanted, options.shard)
    const tasks = mine.filter(({ text }) => text !== null || options.drafts)
    const leftOut = mine.filter(({ text }) => text === null && !options.drafts).map(withoutText)
    const listed = tasks.map((each) => toTask(each, options))
    refuseClashes(wanted.map((each) => toTask(each, options)))
    return {
      kind: 'listed',
      tasks: listed,
      leftOut: [...leftOut, ...partOf(doubles, options.shard)],
    }
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'wrong', why: error.message }
    throw error
  }
}

/** Every tenth, for a tenth: neighbours in a folder are often alike, long or short. */
function partOf<T>(all: readonly T[], shard: Shard | null): readonly T[] {
  return shard === null ? all : all.filter((_, at) => at % shard.of === shard.part - 1)
}

const withoutText = ({ sound }: WantedRecording): LeftOut => ({
  sound,
  text: null,
  why: 'There is no text of this name beside it. Put one there, or use --draft.',
})

function toTask({ sound, text, out, place }: WantedRecording, options: Options): Task {
  const { output, outFolder, isFormatSaid } = options
  const writer = out === null || isFormatSaid ? options.writer : writerOfEnding(out)
  const ending = `${text === null ? 'draft' : 'aligned'}.${writer.extension}`
  const beside = outFolder === null ? withoutEnding(sound) : join(outFolder, withoutEnding(place))
  return { sound, text, out: out ?? output ?? `${beside}.${ending}`, format: writer.id }
}

/** Two that write one file would undo each other for ever; one that writes on its own source would end it. */
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
      throw new WrongUsage(`${out} would be written over. Choose another name for what is written.`)
    }
    taken.set(path, sound)
  }
}
