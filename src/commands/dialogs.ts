import type { CommandContext } from './command-context.ts'

type Context = Pick<CommandContext, 'store'>

export function closeDialog({ store }: Context) {
  store.getState().dialogChanged(null)
}

/** Closes a dialog whose code could not be had (`isMissing`), or which failed, and says so. `name`: “the settings”. */
export function closeFailedDialog(
  { store }: Context,
  { name, isMissing }: { readonly name: string; readonly isMissing: boolean },
) {
  const { dialogChanged, alertRaised } = store.getState()
  dialogChanged(null)
  const subject = name[0]!.toUpperCase() + name.slice(1)
  const message = isMissing
    ? `${subject} could not be loaded. Check the connection, and ask for it again.`
    : `${subject} could not be shown, because of a fault in Earshot. Please report what you did.`
  alertRaised({ code: 'dialog-failed', severity: 'error', message })
}

/** Opens the dialog for addresses with this one filled in. */
export function offerAddress({ store }: Context, address: string) {
  store.getState().addressPasted(address)
}

/** The listener does not open what a link names. */
export function refuseLink({ store }: Context) {
  store.getState().linkOffered(null)
}
