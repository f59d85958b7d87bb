import { memo } from 'react'
import type { CSSProperties } from 'react'
import type { Line } from '#transcript/line.ts'
import { formatIssues } from '#transcript/format-issues.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import type { Speaker } from '#transcript/transcript.ts'
import { keyOf } from './blocks.ts'
import type { Block } from './blocks.ts'
import { hueOf } from '#ui/kit/speaker-hue.ts'

interface LineBlockProps {
  readonly block: Block
  readonly lines: readonly Line[]
  readonly speakers: readonly Speaker[]
  /** Lines whose start the listener has set. */
  readonly anchored: ReadonlyMap<number, number>
  /** Until then it is the room of its lines. */
  readonly isDrawn: boolean
}

/**
 * Lines as paragraphs. The text of a line is one text node, its last child. A mark before the text shows that the line is
 * unsure, a pin that the listener has anchored it.
 *
 * The explicit roles repeat the implicit ones: in a block that is not laid out (`content-visibility`), Chromium 156
 * exposes only explicit roles to assistive technology.
 */
export const LineBlock = memo(function LineBlock(props: LineBlockProps) {
  const { block, lines, speakers, anchored, isDrawn } = props
  const { chapter, first, end, length } = block
  const size = { '--lines': end - first, '--length': length } as CSSProperties
  if (!isDrawn) return <div className="transcript-block" style={size} />
  return (
    <div className="transcript-block" style={size}>
      {chapter ? (
        <h3 id={`chapter-${chapter.index}`} role="heading" aria-level={3} dir="auto">
          {chapter.title}
        </h3>
      ) : null}
      {lines.slice(first, end).map((line, offset) => {
        const index = first + offset
        const isSameSpeaker = offset > 0 && lines[index - 1]!.speaker === line.speaker
        const speaker = isSameSpeaker ? -1 : speakers.findIndex(({ id }) => id === line.speaker)
        const issues = formatIssues(line)
        return (
          <p
            key={keyOf(line)}
            role="paragraph"
            className={
              line.kind === 'sound' ? 'transcript-line transcript-sound' : 'transcript-line'
            }
            data-line={index}
            lang={line.language}
            dir="auto"
          >
            {line.start === null ? null : (
              <button
                type="button"
                className="transcript-time"
                data-keys="time"
                dir="ltr"
                tabIndex={-1}
                aria-describedby={issues === null ? undefined : `issues-${index}`}
              >
                {formatClockTime(line.start)}
              </button>
            )}
            {speaker === -1 ? null : (
              <b className="transcript-speaker" dir="auto" data-hue={hueOf(speaker)}>
                {speakers[speaker]!.name}
              </b>
            )}
            {issues === null ? null : (
              <span
                id={`issues-${index}`}
                className="transcript-issue"
                role="img"
                aria-label={issues}
                title={issues}
                data-unheard={line.start === null || undefined}
              />
            )}
            {anchored.has(index) ? (
              <button
                type="button"
                className="transcript-anchor"
                dir="ltr"
                tabIndex={-1}
                title={anchorTitle}
              >
                <span className="kit-visually-hidden">Anchor set by you: remove it</span>
              </button>
            ) : null}
            {line.text}
          </p>
        )
      })}
    </div>
  )
}, isDrawnAlike)

const anchorTitle = 'Anchor: set by you. Press to remove it (Shift+A)'

/** New times change few line objects, so most blocks do not render again. */
function isDrawnAlike(a: LineBlockProps, b: LineBlockProps): boolean {
  const { first, end, length, chapter } = a.block
  if (first !== b.block.first || end !== b.block.end || length !== b.block.length) return false
  if (chapter?.index !== b.block.chapter?.index || chapter?.title !== b.block.chapter?.title)
    return false
  if (a.speakers !== b.speakers || a.isDrawn !== b.isDrawn) return false
  for (let line = first; line < end; line++) {
    if (a.lines[line] !== b.lines[line] || a.anchored.has(line) !== b.anchored.has(line))
      return false
  }
  return true
}
