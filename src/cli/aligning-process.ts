import { createAligner } from '#alignment/aligner.ts'
import type { Aligner } from '#alignment/aligner.ts'
import { createRecogniser } from '#alignment/recogniser/recogniser.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import { alignTask } from './align-task.ts'
import { modelsOnDisk as files } from './models-on-disk.ts'
import type { Report } from './report.ts'
import type { Assignment } from './task.ts'

/*
 * The entry of an aligning process. It does one assignment at a time. In a process of its own, because a recording that
 * crashes it or exhausts the memory must not affect the others.
 */

/** A message to the process that started this one. */
export type ProcessMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'report'; readonly report: Report }

/** Least time between two progress messages, milliseconds. */
const progressIntervalMs = 500

let last: { readonly language: string; readonly aligner: Promise<Aligner> } | null = null
let recogniser: Promise<Recogniser> | null = null
let sentAt = 0

/** Caches the last aligner only: folders are mostly in one language, and models are large. */
function alignerFor(language: string): Promise<Aligner> {
  if (last?.language !== language) last = { language, aligner: createAligner({ language, files }) }
  const { aligner } = last
  aligner.catch(() => (last = null))
  return aligner
}

function send(message: ProcessMessage) {
  process.send?.(message)
}

process.on('message', (assignment: Assignment) => {
  void alignTask(assignment, {
    alignerFor,
    recogniser: () => (recogniser ??= createRecogniser({ files })),
    onProgress(done) {
      if (performance.now() - sentAt < progressIntervalMs) return
      sentAt = performance.now()
      send({ kind: 'progress', done })
    },
  }).then((report) => send({ kind: 'report', report }))
})
// Ctrl+C in a terminal reaches all processes; the parent decides when to end this one.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => process.exit(143))
process.on('disconnect', () => process.exit(143))
