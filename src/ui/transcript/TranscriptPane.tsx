import { memo, startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { anchoredLines } from '#session/alignment/anchored-lines.ts'
import { whenFirstScreenShown } from '#state/first-screen.ts'
import { shownAnchors } from '#state/transcripts.ts'
import type { ReadableDocument } from '#state/app-state.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { keepLoading } from '#ui/kit/keep-loading.ts'
import { LineBlock } from './LineBlock.tsx'
import { layOutLines } from './blocks.ts'
import { createLinePage } from './line-page.ts'
import { paintSpoken } from './paint-spoken.ts'
import { seekByPointer } from './seek-by-pointer.ts'
import { moveFocusByLine } from './roving.ts'
import './transcript.css'

/** More than a screen of lines, in a large window too. */
const blocksAtOnce = 2

/**
 * The whole text, in the document. React writes it once; what moves is written by the parts below. The first screen is
 * written at once, the rest in a transition, so that a text of ten hours can be read and clicked as soon as a short one.
 */
export function TranscriptPane() {
  const document = useFact((state) => state.document)
  if (document.status === 'none') return null
  return <Lines key={document.id} document={document} />
}

const Lines = memo(function Lines({ document }: { document: ReadableDocument }) {
  const app = useApp()
  const text = useRef<HTMLDivElement>(null)
  const { lines, transcript } = document
  const anchors = useFact(shownAnchors)
  const anchored = useMemo(() => anchoredLines(lines, anchors), [lines, anchors])
  const blocks = useMemo(() => layOutLines(lines, transcript), [lines, transcript])
  const [drawn, setDrawn] = useState(blocksAtOnce)
  const isDrawn = drawn >= blocks.length
  const isWhole = isDrawn && document.status === 'open'

  useEffect(() => {
    if (!isDrawn) startTransition(() => setDrawn(blocks.length))
  }, [isDrawn, blocks.length])

  useEffect(() => {
    if (!text.current) return
    const shown = new AbortController()
    const page = createLinePage(text.current, lines)
    moveFocusByLine(app, page, shown.signal)
    seekByPointer(app, page, shown.signal)
    return () => shown.abort()
  }, [app, lines])

  // These mark lines anywhere in the text: once more when it is whole.
  useEffect(() => {
    if (!text.current) return
    const shown = new AbortController()
    const page = createLinePage(text.current, lines)
    const { signal } = shown
    paintSpoken(app, page, signal)
    if (isWhole) {
      const rest = whenFirstScreenShown(app.store).then(() =>
        keepLoading(() => import('./once-drawn.ts'), { signal }),
      )
      void rest.then(({ finishText }) => {
        if (!signal.aborted) finishText(app, { page, speakers: transcript.speakers, signal })
      })
    }
    return () => shown.abort()
  }, [app, lines, transcript.speakers, isWhole])

  return (
    <div
      ref={text}
      className="transcript-lines"
      lang={transcript.language}
      data-timed={transcript.timing !== 'none'}
      aria-busy={!isWhole}
    >
      {blocks.map((block, index) => (
        <LineBlock
          key={block.key}
          {...{ block, lines, anchored }}
          speakers={transcript.speakers}
          isDrawn={index < drawn}
        />
      ))}
    </div>
  )
})
