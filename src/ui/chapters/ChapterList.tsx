import { seekTo } from '#commands/moving.ts'
import { clockTime } from '#transcript/spell-time.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { useCurrentChapter } from './use-current-chapter.ts'
import './chapters.css'

export function ChapterList() {
  const app = useApp()
  const chapters = useFact(({ document }) =>
    document.status === 'open' ? document.transcript.chapters : null,
  )
  const current = useCurrentChapter(chapters)
  if (!chapters || chapters.length === 0) return null
  return (
    <nav className="chapters" aria-label="Chapters">
      <h2 className="chapters-title">Chapters</h2>
      <ol>
        {chapters.map(({ start, title }, index) => (
          <li key={index}>
            <button
              type="button"
              aria-current={index === current ? 'true' : undefined}
              onClick={() => seekTo(app, start)}
            >
              <span className="chapter-time">{clockTime(start)}</span> <span dir="auto">{title}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
