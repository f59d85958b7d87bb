import { isBusy } from '#state/alignment.ts'
import type { AlignmentGoal } from '#state/alignment.ts'
import type { AppState } from '#state/store.ts'
import { isTimedAnew, shownAnchors } from '#state/transcripts.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommands, hasLines, hasSound } from './command.ts'
import type { CommandOrigin } from './command.ts'
import { currentLine, lines as allLines } from './moving.ts'
import { anchoredLines, isUnsure } from '#session/alignment/unsure-lines.ts'

export const alignmentCommands = defineCommands([
  {
    id: 'find-words',
    label: 'Find the words in the sound',
    help: 'Find when each word is spoken, in a transcript without times',
    group: 'Timing',
    keys: [{ key: 'G', on: 'anywhere' }],
    isPossible: (state) => canBegin(state) && (timingOf(state) === 'none' || isTimedAnew(state)),
    run: (context, from) => begin(context, from, 'words'),
  },
  {
    id: 'find-word-times',
    label: 'Find word times',
    help: 'Find when each word is spoken, where the transcript has times for its lines only',
    group: 'Timing',
    keys: [{ key: 'Shift+G', on: 'anywhere' }],
    isPossible: (state) => canBegin(state) && timingOf(state) === 'segment',
    run: (context, from) => begin(context, from, 'word-times'),
  },
  {
    id: 'check-timing',
    label: 'Check the timing',
    help: 'Compare the times of the transcript with the sound, and list where they differ',
    group: 'Timing',
    keys: [{ key: 'H', on: 'anywhere' }],
    isPossible: (state) => canBegin(state) && timingOf(state) !== 'none',
    run: (context, from) => begin(context, from, 'check'),
  },
  {
    id: 'accept-timing',
    label: 'Use the new times',
    help: 'Replace the times of the transcript by those that the check found',
    group: 'Timing',
    keys: [{ key: 'Y', on: 'anywhere' }],
    isPossible: ({ alignment }) =>
      alignment.status === 'done' &&
      alignment.result.kind === 'compared' &&
      alignment.result.off.length > 0,
    run: ({ alignments }) => alignments.acceptTiming(),
  },
  {
    id: 'undo-timing',
    label: 'Restore times of the file',
    help: 'Show the transcript with the times of its file, or with none',
    group: 'Timing',
    keys: [{ key: 'Z', on: 'anywhere' }],
    isPossible: isTimedAnew,
    run: ({ alignments }) => alignments.undoTiming(),
  },
  {
    id: 'write-draft',
    label: 'Write a draft',
    help: 'Transcribe an English recording by machine',
    group: 'Timing',
    keys: [{ key: 'D', on: 'anywhere' }],
    isPossible: (state) => hasSound(state) && isFree(state),
    run: (context, from) => begin(context, from, 'draft'),
  },
  {
    id: 'stop-alignment',
    label: 'Stop',
    help: 'Stop finding words in the sound; what has been found stays',
    group: 'Timing',
    keys: [{ key: 'X', on: 'anywhere' }],
    isPossible: (state) => !isFree(state),
    run: ({ alignments }) => alignments.stop(),
  },
  {
    id: 'resume-alignment',
    label: 'Resume',
    help: 'Continue finding words where it was stopped',
    group: 'Timing',
    keys: [{ key: 'Q', on: 'anywhere' }],
    isPossible: ({ alignment }) => alignment.status === 'paused' || alignment.status === 'failed',
    run: ({ alignments }) => alignments.resume(),
  },
  {
    id: 'set-anchor',
    label: 'Set line start here',
    help: 'Set the start of the focused line to the playhead; without one, of the unsure line last shown, or of the current line',
    group: 'Timing',
    keys: [{ key: 'A', on: 'anywhere' }],
    isPossible: (state) => hasSound(state) && hasLines(state),
    run: (context, from) => void setAnchor(context, from),
  },
  {
    id: 'remove-anchor',
    label: 'Remove line start',
    help: 'Remove the start that was set for the focused line; without one, for the unsure line last shown, or for the current line',
    group: 'Timing',
    keys: [{ key: 'Shift+A', on: 'anywhere' }],
    isPossible: (state) => shownAnchors(state).length > 0,
    run: (context, from) => void removeAnchor(context, from),
  },
  {
    id: 'next-unsure',
    label: 'Next unsure line',
    help: 'Go to the next line whose time may be wrong',
    group: 'Timing',
    keys: [{ key: 'U', on: 'anywhere' }],
    repeats: true,
    isPossible: hasUnsureLines,
    run: (context, { line }) => void step(context, { focused: line, direction: 1 }),
  },
  {
    id: 'previous-unsure',
    label: 'Previous unsure line',
    help: 'Go to the previous line whose time may be wrong',
    group: 'Timing',
    keys: [{ key: 'Shift+U', on: 'anywhere' }],
    repeats: true,
    isPossible: hasUnsureLines,
    run: (context, { line }) => void step(context, { focused: line, direction: -1 }),
  },
])

const isFree = ({ alignment }: AppState) => !isBusy(alignment)
const canBegin = (state: AppState) => hasSound(state) && hasLines(state) && isFree(state)
const timingOf = ({ document }: AppState) =>
  document.status === 'open' ? document.transcript.timing : null

function hasUnsureLines({ document }: AppState): boolean {
  return document.status === 'open' && document.lines.some(isUnsure)
}

/** A button has its cost beside it; for a key the page says the cost first. */
function begin(context: CommandContext, { place }: CommandOrigin, goal: AlignmentGoal) {
  const run = () => context.alignments.begin(goal)
  if (place === null) return run()
  import('./confirm-download.ts')
    .then(({ confirmDownload }) => confirmDownload(context, goal, run))
    // Where even that cannot be loaded, the alignment itself says why.
    .catch(run)
}

/** Steps from one unsure line to the next; `null` where they cannot be loaded. */
const steps = () => import('./go-to-unsure.ts').catch(() => null)

async function step(context: CommandContext, from: { focused: number | null; direction: 1 | -1 }) {
  const loaded = await steps()
  if (loaded) return loaded.goToUnsure(context, from)
  context.store
    .getState()
    .statusAnnounced('This could not be loaded. Check the connection, try again.')
}

/** The line in focus, or else the unsure one that was gone to, or else the current one. */
async function lineMeant(context: CommandContext, { line }: CommandOrigin): Promise<number | null> {
  const current = currentLine(context)
  return line ?? (await steps())?.lastUnsureLine(context) ?? current
}

/** Where no line is meant, as in a text without times, it is the first one in view. */
async function setAnchor(context: CommandContext, from: CommandOrigin) {
  const time = context.player.element.currentTime
  const line = await lineMeant(context, from)
  if (line === null) return context.uiRequests.send('anchor-line-in-view')
  anchorLine(context, line, time)
}

async function removeAnchor(context: CommandContext, from: CommandOrigin) {
  const line = await lineMeant(context, from)
  const anchored = anchoredLines(allLines(context), shownAnchors(context.store.getState()))
  if (line !== null && anchored.has(line)) {
    context.alignments.removeAnchor(line)
  } else context.store.getState().statusAnnounced('There is no anchor at this line')
}

/** Of the shown transcript, BCP 47; `null`: the language of its file, or what the text looks like. */
export function chooseAlignmentLanguage(
  { store }: Pick<CommandContext, 'store'>,
  language: string | null,
) {
  const { transcripts, transcriptChanged } = store.getState()
  if (transcripts.shownId !== null) {
    transcriptChanged(transcripts.shownId, { chosenLanguage: language })
  }
}

/** The line starts at the playhead, seconds. */
export function anchorLine(
  context: CommandContext,
  line: number,
  time = context.player.element.currentTime,
) {
  context.alignments.setLineStart(line, time)
  context.store.getState().statusAnnounced(`Line ${line + 1} starts at ${formatClockTime(time)}`)
}
