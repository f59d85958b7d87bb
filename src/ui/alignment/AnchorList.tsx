import { useMemo } from 'react'
import { anchoredLines } from '#session/alignment/anchored-lines.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { shownAnchors } from '#state/transcripts.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'

/** The line starts that the listener has set, each with a button that removes it. */
export function AnchorList() {
  const { alignments } = useApp()
  const document = useFact((state) => state.document)
  const anchors = useFact(shownAnchors)
  const lines = document.status === 'open' ? document.lines : none
  const anchored = useMemo(() => Array.from(anchoredLines(lines, anchors)), [lines, anchors])
  if (anchored.length === 0) return null
  return (
    <section aria-label="Anchors set by you">
      <h3 className="alignment-heading">Anchors set by you</h3>
      <ul className="alignment-anchors">
        {anchored.map(([line, time]) => (
          <li key={line}>
            <span className="alignment-figures" dir="ltr">
              {formatClockTime(time)}
            </span>
            <span className="alignment-line-text" dir="auto">
              {lines[line]?.text}
            </span>
            <button
              type="button"
              className="kit-button"
              aria-label={`Remove line start at ${formatClockTime(time)}`}
              onClick={() => alignments.removeAnchor(line)}
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const none: readonly never[] = []
