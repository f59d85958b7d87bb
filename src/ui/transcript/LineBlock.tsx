import { memo } from 'react'
import type { CSSProperties } from 'react'
import type { Line } from '#transcript/line.ts'
import { clockTime } from '#transcript/spell-time.ts'
import type { Speaker } from '#transcript/transcript.ts'
import type { Block } from './blocks.ts'
import { hueOf } from '#ui/kit/speaker-hue.ts'

interface LineBlockProps {
  readonly block: Block
  readonly lines: readonly Line[]
  readonly speakers: readonly Speaker[]
}

/**
 * Lines as paragraphs. A line has at most three children, and its text is one text node, the last.
 *
 * The roles say what the elements are already: in a block that is not laid out (`content-visibility`),
 * Chromium 156 tells assistive technology the role of an element only where it is written down.
 */
export const LineBlock = memo(function LineBlock({ block, lines, speakers }: LineBlockProps) {
  const { chapter, first, end, length } = block
  const size = { '--lines': end - first, '--length': length } as CSSProperties
  return (
    <div className="block" style={size}>
      {chapter ? (
        <h3 id={`chapter-${chapter.index}`} role="heading" aria-level={3} dir="auto">
          {chapter.title}
        </h3>
      ) : null}
      {lines.slice(first, end).map((line, offset) => {
        const index = first + offset
        const isSameSpeaker = offset > 0 && lines[index - 1]!.speaker === line.speaker
        const speaker = isSameSpeaker ? -1 : speakers.findIndex(({ id }) => id === line.speaker)
        return (
          <p
            key={index}
            role="paragraph"
            className={line.kind === 'sound' ? 'line sound' : 'line'}
            data-line={index}
            lang={line.language}
            dir="auto"
          >
            {line.start === null ? null : (
              <button type="button" className="time" data-keys="time" dir="ltr" tabIndex={-1}>
                {clockTime(line.start)}
              </button>
            )}
            {speaker === -1 ? null : (
              <b className="speaker" dir="auto" data-hue={hueOf(speaker)}>
                {speakers[speaker]!.name}
              </b>
            )}
            {line.text}
          </p>
        )
      })}
    </div>
  )
})
