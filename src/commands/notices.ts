import type { CommandContext } from './command-context.ts'

type Context = Pick<CommandContext, 'store'>

/** Shows a short result, and has screen readers say it. */
export function announce({ store }: Context, words: string) {
  store.getState().statusAnnounced(words)
}

export function dismissAlert({ store }: Context) {
  store.getState().alertDismissed()
}
