import type { AppFacts } from '#state/store.ts'
import type { CommandContext } from './command-context.ts'

export type CommandGroup =
  | 'Play'
  | 'Move'
  | 'Read'
  | 'Search'
  | 'Repeat and skip'
  | 'Waveform'
  | 'Timing'
  | 'App'

/**
 * Where a key works.
 * `always`: typing and dialogs included (pedals). `anywhere`: single keys, as the setting for them says.
 * `page`: when nothing is focused. The others: when that control has focus.
 */
export type KeyPlace = 'always' | 'anywhere' | 'page' | 'slider' | 'time' | 'search'

/** A `KeyboardEvent.key`, letters upper case, with `Shift+` before it where Shift adds nothing to the key. */
export interface KeyBinding {
  readonly key: string
  readonly on: KeyPlace
}

/** Where a command was given: the line whose time has focus, or that was clicked, and the place of its key. */
export interface CommandOrigin {
  readonly line: number | null
  readonly place: KeyPlace | null
}

/** Something a user can do. Keys, buttons, help and tests read the same list of these. */
export interface Command<Id extends string = string> {
  readonly id: Id
  /** As on a button: two or three words, in the imperative. */
  readonly label: string
  /** What it does, for the help. */
  readonly help: string
  readonly group: CommandGroup
  readonly keys: readonly KeyBinding[]
  /** Done again and again while its key is held: a step, not a switch. */
  readonly repeats?: true
  /** A button for it is disabled where this is false; its key then does nothing. */
  readonly isPossible?: (state: AppFacts) => boolean
  run(context: CommandContext, origin: CommandOrigin): void
}

export const noOrigin: CommandOrigin = { line: null, place: null }

/** A table of commands. Their ids stay literal types: `CommandId` is made of them. */
export const defineCommands = <const Rows extends readonly Command[]>(rows: Rows): Rows => rows

export const isRecordingOpen = ({ recording }: AppFacts) => recording.status === 'open'
/** Commands that need the whole text wait for it; those that move in timed lines move in its beginning, too. */
export const hasLines = ({ document }: AppFacts) =>
  document.status === 'open' && document.lines.length > 0
export const hasTiming = ({ document }: AppFacts) =>
  document.status !== 'none' && document.transcript.timing !== 'none'
