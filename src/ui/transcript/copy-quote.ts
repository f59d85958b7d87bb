import { announce } from '#commands/notices.ts'
import type { Recording } from '#state/app-state.ts'
import type { ViewApp } from '#ui/kit/app-context.ts'
import { shownRecord } from '#state/transcripts.ts'
import { audioOfPage, linkToMoment, linkToOpen } from '#sources/page-address.ts'
import { wordAtOffset } from '#transcript/line.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import type { Speaker } from '#transcript/transcript.ts'
import { textWithoutTimes } from './copy.ts'
import type { LinePage } from './line-page.ts'

/** Copies the selection or the current line with speaker, time, title, and a link if others can open the recording. */
export function copyQuotes(app: ViewApp, page: LinePage, signal: AbortSignal) {
  app.uiRequests.on(
    'copy-quote',
    async () => {
      const quote = quoteOf(app, page)
      if (quote === null)
        return announce(app, 'Nothing to quote: select text, or play a line first')
      try {
        await navigator.clipboard.writeText(quote)
        announce(app, 'Quote copied')
      } catch {
        announce(app, 'The browser refused to copy. Allow access to the clipboard, then try again')
      }
    },
    signal,
  )
}

function quoteOf({ store, playhead }: ViewApp, page: LinePage): string | null {
  const { document, recording, transcripts } = store.getState()
  if (document.status === 'none') return null
  const selected = selectedText(page, document.transcript.speakers)
  const place = selected ?? { line: playhead.getState().spoken.current, offset: 0, text: null }
  const line = place.line === null ? undefined : page.lines[place.line]
  if (!line) return null
  const word = wordAtOffset(line, place.offset)
  const time = word === null ? line.start : line.words[word]!.start
  const name = document.transcript.speakers.find(({ id }) => id === line.speaker)?.name
  const title = recording.status === 'open' ? recording.name : document.name
  const source = [name, title, time === null ? null : formatClockTime(time)]
    .filter(Boolean)
    .join(', ')
  const text = shownRecord(transcripts)?.source.sharedAddress ?? null
  const link = time === null ? null : linkThere(recording, text, time)
  return [`“${place.text ?? line.text}”`, `— ${source}`, link].filter(Boolean).join('\n')
}

/** A link to this place; `null` for a local file, which others cannot open. `text`: the transcript's address. */
function linkThere(recording: Recording, text: string | null, time: number): string | null {
  if (recording.status !== 'open' || recording.sharedAddress === null) return null
  const { href } = window.location
  const audio = recording.sharedAddress
  return audioOfPage(href) === audio
    ? linkToMoment(href, time)
    : linkToOpen(href, { audio, transcript: text, time })
}

function selectedText(page: LinePage, speakers: readonly Speaker[]) {
  const selection = page.root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const text = textWithoutTimes(page, speakers, range)
  const first = page.lines.findIndex((_, line) => {
    const paragraph = page.paragraph(line)
    return paragraph !== null && range.intersectsNode(paragraph)
  })
  if (text === '' || first === -1) return null
  const start = page.offsetAt(range.startContainer, range.startOffset)
  return { ...(start ?? { line: first, offset: 0 }), text }
}
