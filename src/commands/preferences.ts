import type { Preferences } from '#state/app-state.ts'
import type { CommandContext } from './command-context.ts'

export function changePreferences(
  { store }: Pick<CommandContext, 'store'>,
  changes: Partial<Preferences>,
) {
  store.getState().preferencesChanged(changes)
}
