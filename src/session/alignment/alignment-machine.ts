import type {
  Alignment,
  AlignmentReach,
  AlignmentResult,
  AlignmentTask,
  DownloadNeed,
} from '#state/alignment.ts'
import { isBusy } from '#state/alignment.ts'
import type { AppStore } from '#state/store.ts'
import type { TranscriptId } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'

/** A task that could be resumed, and how far it has come. */
export interface PausedWork extends AlignmentReach {
  readonly task: AlignmentTask
}

/** What changes an alignment. `paused`: what can be resumed of the transcript that is shown; `null`: nothing. */
export type AlignmentEvent =
  /** A key asked for a task that downloads a speech model. */
  | { readonly type: 'offered'; readonly task: AlignmentTask; readonly need: DownloadNeed }
  /** A task has begun; the one before it has been stopped. */
  | { readonly type: 'begun'; readonly task: AlignmentTask }
  /** 0 to 1 of what is downloaded first. */
  | { readonly type: 'loaded'; readonly progress: number }
  | (AlignmentReach & { readonly type: 'advanced'; readonly secondsLeft: number | null })
  /** The first lines of a draft are a transcript now. */
  | { readonly type: 'written'; readonly transcript: TranscriptId }
  | { readonly type: 'ended'; readonly result: AlignmentResult }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'failed'; readonly problem: Problem }
  /** By the listener. */
  | { readonly type: 'stopped'; readonly paused: PausedWork | null }
  /** The listener has read what is said of the alignment. */
  | { readonly type: 'dismissed'; readonly paused: PausedWork | null }
  /** Another transcript is shown, or another recording open, or the times have been replaced; nothing runs. */
  | { readonly type: 'reset'; readonly paused: PausedWork | null }

/**
 * The state that follows an event. Pure: the runner (`task-runner.ts`) starts and stops what the states speak of. An event
 * that means nothing in a state leaves it as it is, the same object. The table is in `../README.md`.
 */
export function nextAlignment(alignment: Alignment, event: AlignmentEvent): Alignment {
  switch (event.type) {
    case 'offered':
      return isBusy(alignment) ? alignment : offer(alignment, event)
    case 'begun':
      return { status: 'loading', task: event.task, progress: 0 }
    case 'reset':
      return paused(event)
    case 'dismissed':
      return dismiss(alignment, event)
    default:
      return isBusy(alignment) ? whileBusy(alignment, event) : alignment
  }
}

type BusyEvent = Exclude<AlignmentEvent, { type: 'offered' | 'begun' | 'reset' | 'dismissed' }>

function whileBusy(busy: Extract<Alignment, { task: unknown }>, event: BusyEvent): Alignment {
  const { task } = busy
  switch (event.type) {
    case 'written':
      return { ...busy, task: { ...task, transcript: event.transcript } }
    case 'loaded':
      return { status: 'loading', task, progress: event.progress }
    case 'advanced': {
      const { heardUntil, duration, secondsLeft } = event
      return { status: 'running', task, heardUntil, duration, secondsLeft }
    }
    case 'ended':
      return { status: 'done', task, result: event.result }
    case 'refused':
      return { status: 'refused', task, problem: event.problem }
    case 'failed':
      return { status: 'failed', task, problem: event.problem }
    case 'stopped':
      return paused(event)
  }
}

function offer(
  alignment: Exclude<Alignment, { status: 'loading' | 'running' }>,
  { task, need }: Extract<AlignmentEvent, { type: 'offered' }>,
): Alignment {
  const before = alignment.status === 'offered' ? alignment.before : alignment
  return { status: 'offered', task, need, before }
}

function dismiss(
  alignment: Alignment,
  event: Extract<AlignmentEvent, { type: 'dismissed' }>,
): Alignment {
  switch (alignment.status) {
    case 'offered':
      return alignment.before
    case 'paused':
      return { status: 'idle' }
    case 'done':
    case 'refused':
    case 'failed':
      return paused(event)
    default:
      return alignment
  }
}

const paused = ({ paused }: { readonly paused: PausedWork | null }): Alignment =>
  paused === null ? { status: 'idle' } : { status: 'paused', ...paused }

/** Reports to the store what follows the event. */
export function dispatchAlignment(store: AppStore, event: AlignmentEvent): void {
  const { alignment, alignmentReported } = store.getState()
  const next = nextAlignment(alignment, event)
  if (next !== alignment) alignmentReported(next)
}
