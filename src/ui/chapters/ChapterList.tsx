import { useState } from 'react'
import { seekTo } from '#commands/moving.ts'
import { shownChapters } from '#state/transcripts.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import type { Chapter } from '#transcript/transcript.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { useCurrentChapter } from './use-current-chapter.ts'
import './chapters.css'

export function ChapterList() {
  const chapters = useFact(({ transcripts }) => shownChapters(transcripts))
  return chapters.length > 0 ? <Chapters chapters={chapters} /> : null
}

/** Open beside the transcript on wide screens, folded above it on narrow ones. */
function Chapters({ chapters }: { chapters: readonly Chapter[] }) {
  const app = useApp()
  const [isWide] = useState(() => window.matchMedia('(min-width: 64rem)').matches)
  const current = useCurrentChapter(chapters)
  return (
    <nav className="chapters" aria-label="Chapters">
      <details open={isWide}>
        <summary>Chapters</summary>
        <ol>
          {chapters.map(({ start, title }, index) => (
            <li key={index}>
              <button
                type="button"
                aria-current={index === current ? 'true' : undefined}
                onClick={() => seekTo(app, start)}
              >
                <span className="chapters-time">{formatClockTime(start)}</span>{' '}
                <span dir="auto">{title}</span>
              </button>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}
