import type { TimeAnchor } from '#state/alignment-slice.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import type { Alignments } from './alignments.ts'
import { comparePositions, withAnchor } from './anchors.ts'
import type { KnownTimes } from './packed-times.ts'
import { intervalWithEdges } from './part-of-times.ts'
import type { Runs } from './runs.ts'
import { transcriptsIn } from './store-transcripts.ts'
import type { TimesByTranscript } from './times-by-transcript.ts'
import type { AlignableTranscript } from './store-transcripts.ts'

type Anchoring = Pick<Alignments, 'setLineStart' | 'removeAnchor'>

/**
 * Moments that the listener sets. Round each, the words are looked for anew, from the anchor before it to the one
 * after; what goes on meanwhile is taken up again afterwards. `onNothingBegun`: nothing was to be done.
 */
export function createAnchoring(
  { store }: Pick<AlignmentPorts, 'store'>,
  {
    timings,
    runs,
    onNothingBegun,
  }: {
    timings: TimesByTranscript
    runs: Runs
    onNothingBegun: (text: AlignableTranscript) => void
  },
): Anchoring {
  const texts = transcriptsIn(store)

  function changeAnchors(
    text: AlignableTranscript,
    { anchors, around }: { anchors: readonly TimeAnchor[]; around: TimeAnchor },
  ) {
    const { current } = runs
    const cut = current?.part ? current.next : (current?.purpose ?? null)
    const resumed = cut === 'words' || cut === 'word-times' ? cut : null
    runs.halt()
    const timing: KnownTimes = { ...timings.of(text), anchors }
    runs.settle(text, timing)
    const { isComplete, known, keepsWritten } = timing
    const isDecided = isComplete || comparePositions(around, known.undecided) < 0
    const hasOwnTimes = keepsWritten && text.transcript.timing !== 'none'
    const { document } = store.getState()
    if (document.status !== 'open') return
    if (isDecided || (hasOwnTimes && !resumed)) {
      const part = intervalWithEdges(around, { timing, shown: document.transcript })
      runs.begin(text, { purpose: 'between-anchors', timing, part, next: resumed })
    } else if (resumed) runs.begin(text, { purpose: resumed, timing })
    else onNothingBegun(text)
  }

  /** A line of the shown text, and its text's anchors. */
  function lineOf(line: number) {
    const text = texts.shown
    const { document } = store.getState()
    const lines = document.status === 'open' ? document.lines : []
    const place = lines[line]
    return text && place
      ? { text, anchors: timings.of(text).anchors, place: startOf(place), next: lines[line + 1] }
      : null
  }

  return {
    setLineStart(line, time) {
      const found = lineOf(line)
      if (!found) return
      const { text, anchors, place } = found
      const around = { ...place, time }
      changeAnchors(text, { anchors: withAnchor(anchors, around), around })
    },
    removeAnchor(line) {
      const found = lineOf(line)
      if (!found) return
      const { text, anchors, place, next } = found
      const isInLine = (anchor: TimeAnchor) =>
        comparePositions(anchor, place) >= 0 &&
        (!next || comparePositions(anchor, startOf(next)) < 0)
      const around = anchors.find(isInLine)
      if (!around) return
      changeAnchors(text, { anchors: anchors.filter((anchor) => !isInLine(anchor)), around })
      store.getState().statusAnnounced('Anchor removed')
    },
  }
}

const startOf = ({ segment, offset }: { segment: number; offset?: number }) => ({
  segment,
  from: offset ?? 0,
})
