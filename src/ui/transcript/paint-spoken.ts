import type { ViewApp } from '#ui/kit/app-context.ts'
import type { Spoken } from '#transcript/timeline.ts'
import { nothingSpoken } from '#transcript/timeline.ts'
import { createHighlight } from './highlight.ts'
import { isShown } from './line-page.ts'
import type { LinePage } from './line-page.ts'

/** Marks the words and lines being spoken, and the current line with `aria-current`; in a pause it is `resting`. */
export function paintSpoken(
  { store, playhead }: Pick<ViewApp, 'store' | 'playhead'>,
  page: LinePage,
  signal: AbortSignal,
) {
  const words = createHighlight('spoken-word', 2, signal)
  let painted = nothingSpoken

  function paint(spoken: Spoken) {
    if (spoken.current !== painted.current) {
      markCurrent(painted.current, null)
      markCurrent(spoken.current, 'true')
    }
    for (const line of marked(painted)) setState(line, null)
    for (const line of marked(spoken)) {
      setState(line, spoken.lines.includes(line) ? 'spoken' : 'resting')
    }
    for (const { line } of spoken.words) beat(line)
    words.show(
      spoken.words.map(({ line, word }) => page.range(line, page.lines[line]!.words[word]!)),
    )
    painted = spoken
  }
  function markCurrent(line: number | null, value: 'true' | null) {
    const time = line === null ? null : page.time(line)
    if (value === null) time?.removeAttribute('aria-current')
    else time?.setAttribute('aria-current', value)
  }
  function beat(line: number) {
    const paragraph = page.paragraph(line)
    if (paragraph) paragraph.dataset['beat'] = paragraph.dataset['beat'] === '1' ? '0' : '1'
  }
  function setState(line: number, state: 'spoken' | 'resting' | null) {
    const paragraph = page.paragraph(line)
    if (!paragraph) return
    if (state === null) delete paragraph.dataset['now']
    else if (paragraph.dataset['now'] !== state) paragraph.dataset['now'] = state
  }

  signal.addEventListener(
    'abort',
    playhead.subscribe(
      ({ spoken }) => spoken,
      (spoken) => {
        if (isShown(page, store.getState())) paint(spoken)
      },
    ),
  )
  signal.addEventListener('abort', () => paint(nothingSpoken))
  paint(playhead.getState().spoken)
}

const marked = ({ lines, current }: Spoken): readonly number[] =>
  current === null || lines.includes(current) ? lines : [current, ...lines]
