import { createAlignerPool } from './aligner-pool.ts'
import { failureReason } from './failure.ts'
import { standingOf } from './is-done.ts'
import { listTasks } from './list-tasks.ts'
import { parseOptions } from './options.ts'
import type { Options } from './options.ts'
import { createProgressLine } from './progress.ts'
import { reportLine, reportOfLeftOut, reportWithout } from './report.ts'
import type { Report } from './report.ts'
import { hasFfmpeg } from './audio/ffmpeg-sound.ts'
import type { DecoderChoice } from './audio/open-decodable.ts'
import type { Assignment, Task } from './task.ts'
import { usage } from './usage.ts'

/** Exit codes. 130 is the shells' code for Ctrl+C, 141 for a reader of the output that has ended, as `head` does. */
const exits = { allDone: 0, someFailed: 1, wrongUsage: 2, interrupted: 130, outputClosed: 141 }

/** Runs the command; resolves with the exit code. `aligningProcess`: path of aligning-process.ts, compiled to JavaScript. */
export async function main({
  argv,
  aligningProcess,
}: {
  argv: readonly string[]
  aligningProcess: string
}): Promise<number> {
  const parsed = parseOptions(argv)
  if (parsed.kind === 'help') {
    const output = watchOutput(() => {})
    output.write(usage)
    return (await output.failure()) ?? exits.allDone
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
  function print(report: Report) {
    hasFailed ||= report.status === 'failed' || report.status === 'refused'
    progress.clear()
    output.write(`${reportLine(report)}\n`)
    progress.fileDone(report.sound)
  }
  const pool = createAlignerPool({
    program: aligningProcess,
    size: Math.min(options.jobs, tasks.length),
    onReport: print,
    onProgress: ({ sound }, done) => progress.fileAt(sound, done),
  })
  const interruption = stopWhenInterrupted(() => pool.stop())
  const output = watchOutput(() => pool.stop())
  for (const each of leftOut) print(reportOfLeftOut(each))
  await pool.run(assignmentsOf(tasks, { options, decoder, onLeft: print }))
  progress.clear()
  if (interruption.wasInterrupted()) return exits.interrupted
  const outputFailure = await output.failure()
  if (outputFailure !== null) return outputFailure
  return hasFailed ? exits.someFailed : exits.allDone
}

function refuse(why: string): number {
  process.stderr.write(`${why}\nSee npm run align -- --help.\n`)
  return exits.wrongUsage
}

function decoderFor({ decoder }: Options): DecoderChoice | null {
  if (decoder === 'own') return decoder
  if (hasFfmpeg()) return 'ffmpeg'
  return decoder === 'ffmpeg' ? null : 'own'
}

/** Tasks that are not done yet. Each is checked when its turn comes, since other processes may work on the same folder. */
async function* assignmentsOf(
  tasks: readonly Task[],
  {
    options,
    decoder,
    onLeft,
  }: { options: Options; decoder: DecoderChoice; onLeft: (report: Report) => void },
): AsyncGenerator<Assignment> {
  const { language, again } = options
  for (const task of tasks) {
    const standing = again ? null : await standingOf(task)
    if (standing?.kind === 'done') {
      const why = `${task.out} was made from this recording and transcript already. Use --again to replace it.`
      onLeft(reportWithout(task, { status: 'skipped', why }))
    } else if (standing?.kind === 'other') {
      const why = `${task.out} ${standing.why}. Use --again to replace it, or another name.`
      onLeft(reportWithout(task, { status: 'refused', why }))
    } else yield { ...task, language, decoder, again }
  }
}

function stopWhenInterrupted(stop: () => void) {
  let wasInterrupted = false
  const interrupt = () => {
    wasInterrupted = true
    stop()
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  return { wasInterrupted: () => wasInterrupted }
}

/** Standard output, which may be closed or full: then work stops. */
function watchOutput(stop: () => void) {
  let exit: number | null = null
  let written: Promise<void> = Promise.resolve()
  function fail(error: NodeJS.ErrnoException) {
    if (exit !== null) return
    const isClosed = error.code === 'EPIPE' || error.code === 'EBADF'
    exit = isClosed ? exits.outputClosed : exits.someFailed
    if (!isClosed) {
      process.stderr.write(`The report could not be written (${failureReason(error)}).\n`)
    }
    stop()
  }
  process.stdout.on('error', fail)
  return {
    write(text: string) {
      if (exit !== null) return
      written = new Promise((resolve) =>
        process.stdout.write(text, (error) => {
          if (error) fail(error)
          resolve()
        }),
      )
    },
    /** The exit code where not all could be written; `null` where all was. */
    async failure(): Promise<number | null> {
      await written
      return exit
    },
  }
}
