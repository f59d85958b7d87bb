import { Check, Undo2 } from 'lucide-react'
import { lines as linesOf, seekToLine } from '#commands/moving.ts'
import type { AlignmentResult, DriftedLine } from '#state/alignment.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { useApp } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { formatDrift, formatResult } from './format-alignment.ts'

/** Most lines in the list; the sentence above counts all. */
const mostShown = 100

/** The lines whose times differ from the audio, each a button that goes there. Nothing has been changed yet. */
export function DriftReport({
  result,
}: {
  result: Extract<AlignmentResult, { kind: 'compared' }>
}) {
  const app = useApp()
  const lines = linesOf(app)
  const shown = result.off.slice(0, mostShown)
  return (
    <div className="alignment-note alignment-drift">
      <p>{formatResult(result, { isPart: false, lines })}</p>
      <details>
        <summary>
          {result.off.length > mostShown ? `The first ${mostShown} of them` : 'Which lines'}
        </summary>
        <ol className="alignment-drift-lines">
          {shown.map((drifted) => (
            <DriftedLineItem key={drifted.line} drifted={drifted} />
          ))}
        </ol>
      </details>
      <div className="alignment-actions">
        <CommandButton command="accept-timing" icon={Check} look="strong" />
        <button
          type="button"
          className="kit-button kit-button-outlined"
          onClick={() => app.alignments.dismiss()}
        >
          <Undo2 aria-hidden="true" size={20} strokeWidth={1.75} />
          Leave as they are
        </button>
      </div>
    </div>
  )
}

function DriftedLineItem({ drifted }: { drifted: DriftedLine }) {
  const app = useApp()
  const line = linesOf(app)[drifted.line]
  if (!line || line.start === null) return null
  function go() {
    seekToLine(app, drifted.line)
    app.uiRequests.send('show-line', { line: drifted.line })
  }
  return (
    <li>
      <button type="button" className="alignment-drift-line" onClick={go}>
        <span className="alignment-figures" dir="ltr">
          {formatClockTime(line.start)}
        </span>{' '}
        <span>{formatDrift(drifted)}</span>{' '}
        <span className="alignment-line-text" dir="auto" lang={line.language}>
          {line.text}
        </span>
      </button>
    </li>
  )
}
