import { isBusy } from '#state/alignment.ts'
import type { AlignmentGoal } from '#state/alignment.ts'
import type { AppFacts } from '#state/store.ts'
import { isTimedAnew, shownAnchors } from '#state/transcripts.ts'
import type { CommandContext } from './command-context.ts'
import { hasTimingIssues } from '#transcript/line.ts'
import { defineCommands, hasLines, isRecordingOpen } from './command.ts'
import type { CommandOrigin } from './command.ts'
import { currentLine } from './moving.ts'

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
    isPossible: (state) => isRecordingOpen(state) && hasLines(state),
    run: (context, from) => void changeAnchor(context, 'setAnchor', from),
  },
  {
    id: 'remove-anchor',
    label: 'Remove line start',
    help: 'Remove the start that was set for the focused line; without one, for the unsure line last shown, or for the current line',
    group: 'Timing',
    keys: [{ key: 'Shift+A', on: 'anywhere' }],
    isPossible: (state) => shownAnchors(state).length > 0,
    run: (context, from) => void changeAnchor(context, 'removeAnchor', from),
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

const isFree = ({ alignment }: AppFacts) => !isBusy(alignment)
const hasSound = ({ recording }: AppFacts) => recording.status === 'open' && recording.hasSound
const canBegin = (state: AppFacts) => hasSound(state) && hasLines(state) && isFree(state)
const timingOf = ({ document }: AppFacts) =>
  document.status === 'open' ? document.transcript.timing : null

function hasUnsureLines({ document }: AppFacts): boolean {
  return document.status === 'open' && document.lines.some(hasTimingIssues)
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

/** Runs what is loaded when it is first needed. */
async function runLoaded<Part>(
  { store }: CommandContext,
  loading: Promise<Part>,
  run: (part: Part) => void,
) {
  const part = await loading.catch(() => null)
  if (part) return run(part)
  store.getState().statusAnnounced('This could not be loaded. Check the connection, try again.')
}

const step = (context: CommandContext, from: { focused: number | null; direction: 1 | -1 }) =>
  runLoaded(context, import('./go-to-unsure.ts'), ({ goToUnsure }) => goToUnsure(context, from))

/** An anchor stands where the playhead is when the key is pressed, not when the code has been loaded. */
function changeAnchor(
  context: CommandContext,
  how: 'setAnchor' | 'removeAnchor',
  { line: focused }: CommandOrigin,
) {
  const origin = {
    focused,
    current: currentLine(context),
    time: context.player.element.currentTime,
  }
  return runLoaded(context, import('./anchor-lines.ts'), (anchors) => anchors[how](context, origin))
}
