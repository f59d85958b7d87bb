import { alignmentCommands } from './alignment-commands.ts'
import { appCommands } from './app-commands.ts'
import type { CommandContext } from './command-context.ts'
import { noOrigin } from './command.ts'
import type { CommandOrigin, Command } from './command.ts'
import { pictureCommands } from './picture-commands.ts'
import { playingCommands } from './playing.ts'
import { readingCommands } from './reading.ts'
import { repeatingCommands } from './repeating.ts'
import { searchingCommands } from './searching.ts'
import { analysisCommands } from './analysis-commands.ts'
import { transcriptCommands } from './transcript-commands.ts'

const tables = [
  ...playingCommands,
  ...pictureCommands,
  ...readingCommands,
  ...repeatingCommands,
  ...transcriptCommands,
  ...searchingCommands,
  ...analysisCommands,
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
export function runCommand(
  context: CommandContext,
  id: CommandId,
  from: CommandOrigin = noOrigin,
): void {
  const command = commandNamed(id)
  if (command.isPossible?.(context.store.getState()) !== false) command.run(context, from)
}
