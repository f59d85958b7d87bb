import { spokenTime } from '#transcript/spell-time.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { App } from './app.ts'
import { defineCommands, hasLines, hasTimes } from './command.ts'
import type { Circumstances } from './command.ts'
import { currentLine, lines, nextLine, previousLine, seekTo, seekToLine } from './moving.ts'

const linesOfAPage = 10

export const readingCommands = defineCommands([
  {
    id: 'previous-line',
    label: 'Previous line',
    help: 'Goes to the start of this line, or to the line before',
    group: 'Move',
    keys: [{ key: ',', on: 'anywhere' }],
    repeats: true,
    isPossible: hasTimes,
    run: (app) => goToLine(app, previousLine(app)),
  },
  {
    id: 'next-line',
    label: 'Next line',
    help: 'Goes to the next line',
    group: 'Move',
    keys: [{ key: '.', on: 'anywhere' }],
    repeats: true,
    isPossible: hasTimes,
    run: (app) => goToLine(app, nextLine(app)),
  },
  {
    id: 'replay-line',
    label: 'Replay this line',
    help: 'Plays the current line again from its start',
    group: 'Move',
    keys: [{ key: 'R', on: 'anywhere' }],
    isPossible: hasTimes,
    run: (app) => {
      const line = currentLine(app)
      if (line === null) return
      seekToLine(app, line)
      app.player.play()
    },
  },
  {
    id: 'previous-chapter',
    label: 'Previous chapter',
    help: 'Goes to the start of this chapter, or to the chapter before',
    group: 'Move',
    keys: [{ key: 'Shift+N', on: 'anywhere' }],
    isPossible: hasTimes,
    run: (app) => goToChapter(app, -1),
  },
  {
    id: 'next-chapter',
    label: 'Next chapter',
    help: 'Goes to the next chapter',
    group: 'Move',
    keys: [{ key: 'N', on: 'anywhere' }],
    isPossible: hasTimes,
    run: (app) => goToChapter(app, 1),
  },
  {
    id: 'follow',
    label: 'Follow',
    help: 'Keeps the line being spoken in view: on, off, or on again after you looked elsewhere',
    group: 'Read',
    keys: [{ key: 'F', on: 'anywhere' }],
    isPossible: hasTimes,
    run: ({ store }) => {
      const { follow, followChanged, statusAnnounced } = store.getState()
      const next = follow === 'following' ? 'off' : 'following'
      followChanged(next)
      statusAnnounced(next === 'following' ? 'Following the sound' : 'Not following the sound')
    },
  },
  {
    id: 'focus-current-line',
    label: 'To the current line',
    help: 'Moves the focus to the time of the line being spoken',
    group: 'Read',
    keys: [{ key: 'T', on: 'anywhere' }],
    isPossible: hasLines,
    run: (app) => focusLine(app, currentLine(app) ?? 0),
  },
  {
    id: 'where-am-i',
    label: 'Where am I?',
    help: 'Says the time, the line and the speaker',
    group: 'Read',
    keys: [{ key: 'W', on: 'anywhere' }],
    run: (app) => app.store.getState().statusAnnounced(describePlace(app)),
  },
  {
    id: 'focus-previous-line',
    label: 'Line above',
    help: 'Moves the focus to the line above; the sound stays',
    group: 'Read',
    keys: [{ key: 'ArrowUp', on: 'time' }],
    repeats: true,
    run: (app, { line }) => focusLine(app, (line ?? 0) - 1, line),
  },
  {
    id: 'focus-next-line',
    label: 'Line below',
    help: 'Moves the focus to the line below; the sound stays',
    group: 'Read',
    keys: [{ key: 'ArrowDown', on: 'time' }],
    repeats: true,
    run: (app, { line }) => focusLine(app, (line ?? -1) + 1, line),
  },
  {
    id: 'focus-page-up',
    label: 'Ten lines up',
    help: 'Moves the focus ten lines up',
    group: 'Read',
    keys: [{ key: 'PageUp', on: 'time' }],
    repeats: true,
    run: (app, { line }) => focusLine(app, (line ?? 0) - linesOfAPage, line),
  },
  {
    id: 'focus-page-down',
    label: 'Ten lines down',
    help: 'Moves the focus ten lines down',
    group: 'Read',
    keys: [{ key: 'PageDown', on: 'time' }],
    repeats: true,
    run: (app, { line }) => focusLine(app, (line ?? 0) + linesOfAPage, line),
  },
  {
    id: 'focus-first-line',
    label: 'First line',
    help: 'Moves the focus to the first line',
    group: 'Read',
    keys: [{ key: 'Home', on: 'time' }],
    run: (app) => focusLine(app, 0),
  },
  {
    id: 'focus-last-line',
    label: 'Last line',
    help: 'Moves the focus to the last line',
    group: 'Read',
    keys: [{ key: 'End', on: 'time' }],
    run: (app) => focusLine(app, Infinity),
  },
  {
    id: 'play-line',
    label: 'Play from this line',
    help: 'Goes to the line in focus and plays',
    group: 'Read',
    keys: [
      { key: 'Enter', on: 'time' },
      { key: ' ', on: 'time' },
    ],
    run: playLine,
  },
  {
    id: 'cue-line',
    label: 'Go to this line, paused',
    help: 'Goes to the line in focus; what was paused stays paused',
    group: 'Read',
    keys: [
      { key: 'Shift+Enter', on: 'time' },
      { key: 'Shift+ ', on: 'time' },
    ],
    run: (app, { line }) => {
      if (line !== null) seekToLine(app, line)
    },
  },
  {
    id: 'leave-lines',
    label: 'Back to the player',
    help: 'Moves the focus to the play button',
    group: 'Read',
    keys: [{ key: 'Escape', on: 'time' }],
    run: ({ wishes }) => wishes.make('focus-play'),
  },
])

export function playLine(app: App, { line }: Circumstances) {
  if (line === null) return
  const found = seekToLine(app, line)
  if (found && isTimedLine(found)) app.player.play()
}

function goToLine(app: App, line: number | null) {
  if (line === null) app.store.getState().statusAnnounced('There is no line there')
  else seekToLine(app, line)
}

function goToChapter(app: App, direction: -1 | 1) {
  const { document, statusAnnounced } = app.store.getState()
  const chapters = document.status === 'open' ? document.transcript.chapters : []
  const time = app.player.element.currentTime
  const chapter =
    direction > 0
      ? chapters.find(({ start }) => start > time)
      : chapters.findLast(({ start }) => start < time - 2)
  if (!chapter) return statusAnnounced('There is no chapter there')
  seekTo(app, chapter.start)
  statusAnnounced(chapter.title)
}

/** Lines without a time have nothing to focus: the next one with a time, onwards in the same direction, counts. */
function focusLine(app: App, line: number, from: number | null = null) {
  const all = lines(app)
  const wanted = Math.min(all.length - 1, Math.max(0, line))
  const step = from !== null && wanted < from ? -1 : 1
  for (const direction of [step, -step]) {
    for (let at = wanted; at >= 0 && at < all.length; at += direction) {
      if (isTimedLine(all[at]!)) return app.wishes.make('focus-line', { line: at })
    }
  }
}

function describePlace({ store, playhead, player }: App): string {
  const { document, recording } = store.getState()
  const parts = [spokenTime(player.element.currentTime)]
  if (recording.status === 'open' && recording.duration > 0) {
    parts[0] += ` of ${spokenTime(recording.duration)}`
  }
  const { current } = playhead.getState().spoken
  if (document.status === 'open' && current !== null) {
    parts.push(`line ${current + 1} of ${document.lines.length}`)
    const speaker = document.lines[current]?.speaker
    const name = document.transcript.speakers.find(({ id }) => id === speaker)?.name
    if (name !== undefined) parts.push(name)
  }
  return parts.join(', ')
}
