import type { AppFacts } from '#state/store.ts'
import { shownChapters } from '#state/transcripts.ts'
import { formatSpokenTime } from '#transcript/format-time.ts'
import { isTimedLine } from '#transcript/line.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommands, hasLines, hasTiming } from './command.ts'
import type { CommandOrigin } from './command.ts'
import { currentLine, lines, nextLine, previousLine, seekTo, seekToLine } from './moving.ts'

const linesOfAPage = 10

export const readingCommands = defineCommands([
  {
    id: 'previous-line',
    label: 'Previous line',
    help: 'Go to the start of this line, or to the previous line',
    group: 'Move',
    keys: [{ key: ',', on: 'anywhere' }],
    repeats: true,
    isPossible: hasTiming,
    run: (context) => goToLine(context, previousLine(context)),
  },
  {
    id: 'next-line',
    label: 'Next line',
    help: 'Go to the next line',
    group: 'Move',
    keys: [{ key: '.', on: 'anywhere' }],
    repeats: true,
    isPossible: hasTiming,
    run: (context) => goToLine(context, nextLine(context)),
  },
  {
    id: 'replay-line',
    label: 'Replay this line',
    help: 'Play the current line again from its start',
    group: 'Move',
    keys: [{ key: 'R', on: 'anywhere' }],
    isPossible: hasTiming,
    run: (context) => {
      const line = currentLine(context)
      if (line === null) return
      seekToLine(context, line)
      context.player.play()
    },
  },
  {
    id: 'previous-chapter',
    label: 'Previous chapter',
    help: 'Go to the start of this chapter, or to the previous chapter',
    group: 'Move',
    keys: [{ key: 'Shift+N', on: 'anywhere' }],
    isPossible: mayHaveChapters,
    run: (context) => goToChapter(context, -1),
  },
  {
    id: 'next-chapter',
    label: 'Next chapter',
    help: 'Go to the next chapter',
    group: 'Move',
    keys: [{ key: 'N', on: 'anywhere' }],
    isPossible: mayHaveChapters,
    run: (context) => goToChapter(context, 1),
  },
  {
    id: 'follow',
    label: 'Follow',
    help: 'Keep the line being spoken in view: on, off, or on again after you scrolled away',
    group: 'Read',
    keys: [{ key: 'F', on: 'anywhere' }],
    isPossible: hasTiming,
    run: ({ store }) => {
      const { follow, followChanged, statusAnnounced } = store.getState()
      const next = follow === 'following' ? 'off' : 'following'
      followChanged(next)
      statusAnnounced(next === 'following' ? 'Following the sound' : 'Not following the sound')
    },
  },
  {
    id: 'focus-current-line',
    label: 'Go to current line',
    help: 'Move the focus to the time of the line being spoken',
    group: 'Read',
    keys: [{ key: 'T', on: 'anywhere' }],
    isPossible: hasLines,
    run: (context) => focusLine(context, currentLine(context) ?? 0),
  },
  {
    id: 'where-am-i',
    label: 'Announce position',
    help: 'Announce the time, the line and the speaker',
    group: 'Read',
    keys: [{ key: 'W', on: 'anywhere' }],
    run: (context) => context.store.getState().statusAnnounced(describePlace(context)),
  },
  {
    id: 'focus-previous-line',
    label: 'Line above',
    help: 'Move the focus to the line above; the sound stays',
    group: 'Read',
    keys: [{ key: 'ArrowUp', on: 'time' }],
    repeats: true,
    run: (context, { line }) => focusLine(context, (line ?? 0) - 1, line),
  },
  {
    id: 'focus-next-line',
    label: 'Line below',
    help: 'Move the focus to the line below; the sound stays',
    group: 'Read',
    keys: [{ key: 'ArrowDown', on: 'time' }],
    repeats: true,
    run: (context, { line }) => focusLine(context, (line ?? -1) + 1, line),
  },
  {
    id: 'focus-page-up',
    label: 'Ten lines up',
    help: 'Move the focus ten lines up',
    group: 'Read',
    keys: [{ key: 'PageUp', on: 'time' }],
    repeats: true,
    run: (context, { line }) => focusLine(context, (line ?? 0) - linesOfAPage, line),
  },
  {
    id: 'focus-page-down',
    label: 'Ten lines down',
    help: 'Move the focus ten lines down',
    group: 'Read',
    keys: [{ key: 'PageDown', on: 'time' }],
    repeats: true,
    run: (context, { line }) => focusLine(context, (line ?? 0) + linesOfAPage, line),
  },
  {
    id: 'focus-first-line',
    label: 'First line',
    help: 'Move the focus to the first line',
    group: 'Read',
    keys: [{ key: 'Home', on: 'time' }],
    run: (context) => focusLine(context, 0),
  },
  {
    id: 'focus-last-line',
    label: 'Last line',
    help: 'Move the focus to the last line',
    group: 'Read',
    keys: [{ key: 'End', on: 'time' }],
    run: (context) => focusLine(context, Infinity),
  },
  {
    id: 'play-line',
    label: 'Play from this line',
    help: 'Go to the focused line and play',
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
    help: 'Go to the focused line; what was paused stays paused',
    group: 'Read',
    keys: [
      { key: 'Shift+Enter', on: 'time' },
      { key: 'Shift+ ', on: 'time' },
    ],
    run: (context, { line }) => {
      if (line !== null) seekToLine(context, line)
    },
  },
  {
    id: 'leave-lines',
    label: 'Go to player',
    help: 'Move the focus to the play button',
    group: 'Read',
    keys: [{ key: 'Escape', on: 'time' }],
    run: ({ uiRequests }) => uiRequests.send('focus-play'),
  },
])

export function playLine(context: CommandContext, { line }: CommandOrigin) {
  if (line === null) return
  const found = seekToLine(context, line)
  if (found && isTimedLine(found)) context.player.play()
}

function goToLine(context: CommandContext, line: number | null) {
  if (line === null) context.store.getState().statusAnnounced('There is no line there')
  else seekToLine(context, line)
}

/** Chapters of the recording itself need no transcript. */
function mayHaveChapters(state: AppFacts): boolean {
  return hasTiming(state) || shownChapters(state.transcripts).length > 0
}

function goToChapter(context: CommandContext, direction: -1 | 1) {
  const { transcripts, statusAnnounced } = context.store.getState()
  const chapters = shownChapters(transcripts)
  const time = context.player.element.currentTime
  const chapter =
    direction > 0
      ? chapters.find(({ start }) => start > time)
      : chapters.findLast(({ start }) => start < time - 2)
  if (!chapter) return statusAnnounced('There is no chapter there')
  seekTo(context, chapter.start)
  statusAnnounced(chapter.title)
}

/** Lines without a time have nothing to focus: the next one with a time, onwards in the same direction, counts. */
function focusLine(context: CommandContext, line: number, from: number | null = null) {
  const all = lines(context)
  const wanted = Math.min(all.length - 1, Math.max(0, line))
  const step = from !== null && wanted < from ? -1 : 1
  for (const direction of [step, -step]) {
    for (let at = wanted; at >= 0 && at < all.length; at += direction) {
      if (isTimedLine(all[at]!)) return context.uiRequests.send('focus-line', { line: at })
    }
  }
}

function describePlace({ store, playhead, player }: CommandContext): string {
  const { document, recording } = store.getState()
  const parts = [formatSpokenTime(player.element.currentTime)]
  if (recording.status === 'open' && recording.duration > 0) {
    parts[0] += ` of ${formatSpokenTime(recording.duration)}`
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
