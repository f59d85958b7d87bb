import { alignmentCommands } from './alignment-commands.ts'
import { appCommands } from './app-commands.ts'
import type { App } from './app.ts'
import { nowhere } from './command.ts'
import type { Circumstances, Command } from './command.ts'
import { pictureCommands } from './picture-commands.ts'
import { playingCommands } from './playing.ts'
import { readingCommands } from './reading.ts'
import { repeatingCommands } from './repeating.ts'
import { searchingCommands } from './searching.ts'
import { studyCommands } from './analysis-commands.ts'
import { textCommands } from './transcript-commands.ts'

const tables = [
  ...playingCommands,
  ...pictureCommands,
  ...readingCommands,
  ...repeatingCommands,
  ...textCommands,
  ...searchingCommands,
  ...studyCommands,
  ...alignmentCommands,
  ...appCommands,
] as const

/** The ids of all commands: a misspelt one does not compile. */
export type CommandId = (typeof tables)[number]['id']

/** Everything a user can do. Keys, buttons, help and tests read this list. */
export const commands: readonly Command<CommandId>[] = tables

const byId = new Map(commands.map((command) => [command.id, command]))

export const commandNamed = (id: CommandId): Command<CommandId> => byId.get(id)!

/** Runs a command, unless it is impossible now. */
export function runCommand(app: App, id: CommandId, from: Circumstances = nowhere): void {
  const command = commandNamed(id)
  if (command.isPossible?.(app.store.getState()) !== false) command.run(app, from)
}
