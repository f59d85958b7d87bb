import { memo, useEffect, useMemo, useRef } from 'react'
import { anchoredLines } from '#session/alignment/unsure-lines.ts'
import { whenFirstScreenShown } from '#state/first-screen.ts'
import { shownAnchors } from '#state/transcripts.ts'
import type { OpenDocument } from '#state/app-state.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { LineBlock } from './LineBlock.tsx'
import { layOutLines } from './blocks.ts'
import { createLinePage } from './line-page.ts'
import { paintSpoken } from './paint-spoken.ts'
import { seekByPointer } from './seek-by-pointer.ts'
import { moveFocusByLine } from './roving.ts'
import './transcript.css'

/** The whole text, in the document. React writes it once; what moves is written by the parts below. */
export function TranscriptPane() {
  const document = useFact((state) => state.document)
  if (document.status !== 'open') return null
  return <Lines document={document} />
}

const Lines = memo(function Lines({ document }: { document: OpenDocument }) {
  const app = useApp()
  const text = useRef<HTMLDivElement>(null)
  const { lines, transcript } = document
  const anchors = useFact(shownAnchors)
  const anchored = useMemo(() => anchoredLines(lines, anchors), [lines, anchors])

  useEffect(() => {
    if (!text.current) return
    const shown = new AbortController()
    const page = createLinePage(text.current, lines)
    const { signal } = shown
    paintSpoken(app, page, signal)
    moveFocusByLine(app, page, signal)
    seekByPointer(app, page, signal)
    const rest = whenFirstScreenShown(app.store).then(() => import('./once-drawn.ts'))
    rest.then(({ finishText }) => {
      if (!signal.aborted) finishText(app, { page, speakers: transcript.speakers, signal })
    })
    return () => shown.abort()
  }, [app, lines, transcript.speakers])

  return (
    <div
      ref={text}
      className="transcript-lines"
      lang={transcript.language}
      data-timed={transcript.timing !== 'none'}
    >
      {layOutLines(lines, transcript).map((block) => (
        <LineBlock key={block.key} {...{ block, lines, anchored }} speakers={transcript.speakers} />
      ))}
    </div>
  )
})
