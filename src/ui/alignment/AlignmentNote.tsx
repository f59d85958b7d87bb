import { useCallback } from 'react'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { AlignmentProgress } from './AlignmentProgress.tsx'
import { AlignmentReport } from './AlignmentReport.tsx'
import { AlignmentFailure } from './AlignmentFailure.tsx'
import { CostNote } from './CostNote.tsx'
import { DraftOffer } from './DraftOffer.tsx'
import { DriftReport } from './DriftReport.tsx'
import { focusReplacement } from './find-focus.ts'
import { PausedNote } from './PausedNote.tsx'
import { RestoreFocus } from './RestoreFocus.tsx'
import type { LostFocus } from './RestoreFocus.tsx'
import { useAnnouncements } from './use-announcements.ts'
import { WordsOffer } from './WordsOffer.tsx'
import './alignment.css'

/** The bar above the transcript: an offer to find missing times, the progress of an alignment, or its result. */
export function AlignmentNote() {
  const { uiRequests } = useApp()
  useAnnouncements()
  const findFocus = useCallback(
    (lost: LostFocus) => {
      if (!focusReplacement(lost)) uiRequests.send('focus-play')
    },
    [uiRequests],
  )
  return (
    <RestoreFocus onLost={findFocus}>
      <Note />
    </RestoreFocus>
  )
}

function Note() {
  const alignment = useFact((state) => state.alignment)
  switch (alignment.status) {
    case 'idle':
      return <Offer />
    case 'offered':
      return <CostNote key={alignment.task.goal} offered={alignment} />
    case 'loading':
    case 'running':
      return <AlignmentProgress alignment={alignment} />
    case 'paused':
      return <PausedNote alignment={alignment} />
    case 'done':
      return alignment.result.kind === 'compared' && alignment.result.off.length > 0 ? (
        <DriftReport result={alignment.result} />
      ) : (
        <AlignmentReport task={alignment.task} result={alignment.result} />
      )
    case 'refused':
    case 'failed': {
      const { status, problem } = alignment
      return <AlignmentFailure problem={problem} canRetry={status === 'failed'} />
    }
  }
}

/** Shown only when the recording has sound that can be decoded, and nothing is being opened that may bring a transcript or times. */
function Offer() {
  const isReady = useFact(
    ({ recording, opening, peaks }) =>
      recording.status === 'open' &&
      recording.hasSound &&
      recording.duration > 0 &&
      peaks.status !== 'unavailable' &&
      opening.status === 'idle',
  )
  const document = useFact((state) => state.document)
  if (!isReady) return null
  if (document.status === 'none') return <DraftOffer />
  if (document.status === 'beginning') return null
  const isUntimed = document.transcript.timing === 'none' && document.lines.length > 0
  return isUntimed ? <WordsOffer key={document.name} /> : null
}
