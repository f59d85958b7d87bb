import type { CommandContext } from './command-context.ts'

type Context = Pick<CommandContext, 'store'>

export function closeDialog({ store }: Context) {
  store.getState().dialogChanged(null)
}

/** Opens the dialog for addresses with this one filled in. */
export function offerAddress({ store }: Context, address: string) {
  store.getState().addressPasted(address)
}

/** The listener does not open what a link names. */
export function refuseLink({ store }: Context) {
  store.getState().linkOffered(null)
}
