import type { ViewApp } from '#ui/kit/app-context.ts'
import type { Speaker } from '#transcript/transcript.ts'
import { copyWithoutTimes } from './copy.ts'
import { copyQuotes } from './copy-quote.ts'
import { followSound } from './follow.ts'
import type { LinePage } from './line-page.ts'
import { markLineLedTo } from './mark-line.ts'
import { paintHits } from './paint-hits.ts'
import { selectWordWithoutName } from './select-word.ts'
import { markTiming } from './timing-marks.ts'

/** Adds the features of the transcript that are loaded after its first render. */
export function finishText(
  app: ViewApp,
  { page, speakers, signal }: { page: LinePage; speakers: readonly Speaker[]; signal: AbortSignal },
) {
  followSound(app, page, signal)
  paintHits(app.store, page, signal)
  copyWithoutTimes(page, speakers, signal)
  copyQuotes(app, page, signal)
  markTiming(app, page, signal)
  markLineLedTo(app, page, signal)
  selectWordWithoutName(page, signal)
}
