import { alignmentCommands } from './alignment-commands.ts'
import { appCommands } from './app-commands.ts'
import type { Command } from './command.ts'
import { pictureCommands } from './picture-commands.ts'
import { playingCommands } from './playing.ts'
import { readingCommands } from './reading.ts'
import { repeatingCommands } from './repeating.ts'
import { searchingCommands } from './searching.ts'
import { studyCommands } from './analysis-commands.ts'
import { textCommands } from './transcript-commands.ts'

/** All that a user can do. */
export const commands: readonly Command[] = [
  ...playingCommands,
  ...pictureCommands,
  ...readingCommands,
  ...repeatingCommands,
  ...textCommands,
  ...searchingCommands,
  ...studyCommands,
  ...alignmentCommands,
  ...appCommands,
]

const byId = new Map(commands.map((command) => [command.id, command]))

/** Throws for an id that no command has: that is our own mistake. */
export function commandNamed(id: string): Command {
  const command = byId.get(id)
  if (!command) throw new Error(`There is no command "${id}"`)
  return command
}
