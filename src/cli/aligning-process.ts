import { createAligner } from '#alignment/aligner.ts'
import type { Aligner } from '#alignment/aligner.ts'
import { createRecogniser } from '#alignment/recogniser/recogniser.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import { alignTask } from './align-task.ts'
import { modelsOnDisk as files } from './models-on-disk.ts'
import type { Report } from './report.ts'
import type { Assignment } from './task.ts'

/*
 * A process of its own that does one task after the other, as it is told: a recording that breaks it, or needs
 * too much memory, takes nothing else along.
 */

/** What it says to whoever started it. */
export type ProcessMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'report'; readonly report: Report }

/** Milliseconds between two pieces of news on progress. */
const progressEvery = 500

let last: { readonly language: string; readonly aligner: Promise<Aligner> } | null = null
let recogniser: Promise<Recogniser> | null = null
let toldAt = 0

/** Keeps the last one only: a folder is mostly in one language, and models are large. */
function alignerFor(language: string): Promise<Aligner> {
  if (last?.language !== language) last = { language, aligner: createAligner({ language, files }) }
  const { aligner } = last
  aligner.catch(() => (last = null))
  return aligner
}

function tell(news: ProcessMessage) {
  process.send?.(news)
}

process.on('message', (assignment: Assignment) => {
  void alignTask(assignment, {
    alignerFor,
    recogniser: () => (recogniser ??= createRecogniser({ files })),
    onProgress(done) {
      if (performance.now() - toldAt < progressEvery) return
      toldAt = performance.now()
      tell({ kind: 'progress', done })
    },
  }).then((report) => tell({ kind: 'report', report }))
})
// Ctrl+C in a terminal reaches all processes; the one that started this decides.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => process.exit(143))
process.on('disconnect', () => process.exit(143))
