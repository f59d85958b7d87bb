import { createAlignerPool } from './aligner-pool.ts'
import { isDone } from './is-done.ts'
import { listTasks } from './list-tasks.ts'
import { parseOptions } from './options.ts'
import type { Options } from './options.ts'
import { createProgressLine } from './progress.ts'
import { reportLine, reportOfLeftOut, reportWithout } from './report.ts'
import type { Report } from './report.ts'
import { isFfmpegThere } from './audio/ffmpeg-sound.ts'
import type { DecoderChoice } from './audio/open-decodable.ts'
import type { Assignment, Task } from './task.ts'
import { usage } from './usage.ts'

/** What a command answers to whoever started it; beyond 128 is what shells say of signals. */
const exits = { allDone: 0, someFailed: 1, wrongUsage: 2, interrupted: 130 }

/** Does what the arguments say, and gives the exit code. `aligningProcess`: aligning-process.ts, as JavaScript. */
export async function main({
  argv,
  aligningProcess,
}: {
  argv: readonly string[]
  aligningProcess: string
}): Promise<number> {
  const parsed = parseOptions(argv)
  if (parsed.kind === 'help') {
    process.stdout.write(usage)
    return exits.allDone
  }
  if (parsed.kind === 'wrong') return refuse(parsed.why)
  const { options } = parsed
  const decoder = decoderFor(options)
  if (decoder === null) return refuse('FFmpeg was not found. Install ffmpeg, or use --decoder own.')
  const listing = await listTasks(options)
  if (listing.kind === 'wrong') return refuse(listing.why)
  const { tasks, leftOut } = listing

  const progress = createProgressLine(process.stderr, tasks.length + leftOut.length)
  let hasFailed = false
  function tell(report: Report) {
    hasFailed ||= report.status === 'failed' || report.status === 'refused'
    progress.clear()
    process.stdout.write(`${reportLine(report)}\n`)
    progress.fileDone(report.sound)
  }
  const crew = createAlignerPool({
    program: aligningProcess,
    size: Math.min(options.jobs, tasks.length),
    onReport: tell,
    onProgress: ({ sound }, done) => progress.fileAt(sound, done),
  })
  const interruption = stopWhenInterrupted(() => crew.stop())
  for (const each of leftOut) tell(reportOfLeftOut(each))
  await crew.run(assignmentsOf(tasks, { options, decoder, onSkipped: tell }))
  progress.clear()
  if (interruption.hasCome()) return exits.interrupted
  return hasFailed ? exits.someFailed : exits.allDone
}

function refuse(why: string): number {
  process.stderr.write(`${why}\nnpm run align -- --help says more.\n`)
  return exits.wrongUsage
}

function decoderFor({ decoder }: Options): DecoderChoice | null {
  if (decoder === 'own') return decoder
  if (isFfmpegThere()) return 'ffmpeg'
  return decoder === 'ffmpeg' ? null : 'own'
}

/** Only what is not done, looked at when its turn comes: others may be at work on the same folder. */
async function* assignmentsOf(
  tasks: readonly Task[],
  {
    options,
    decoder,
    onSkipped,
  }: { options: Options; decoder: DecoderChoice; onSkipped: (report: Report) => void },
): AsyncGenerator<Assignment> {
  const { language, again } = options
  for (const task of tasks) {
    if (!again && (await isDone(task))) {
      const why = `${task.out} is done, and newer than what it was made of.`
      onSkipped(reportWithout(task, { status: 'skipped', why }))
    } else yield { ...task, language, decoder, again }
  }
}

function stopWhenInterrupted(stop: () => void) {
  let hasCome = false
  const interrupt = () => {
    hasCome = true
    stop()
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  // Whoever read the lines has gone, as `head` does.
  process.stdout.once('error', interrupt)
  return { hasCome: () => hasCome }
}
