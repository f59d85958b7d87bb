import { closeDialog } from '#commands/dialogs.ts'
import { useApp } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'

/** The version, privacy and licences. */
export function AboutDialog() {
  const app = useApp()
  return (
    <Dialog title="About Earshot" onClose={() => closeDialog(app)}>
      <p>Version {__EARSHOT_VERSION__}. Plays a recording and shows its transcript, in step.</p>
      <p>
        Recordings and transcripts stay in this browser. Earshot has no server and no accounts, and
        uploads nothing.
      </p>
      <p>
        Earshot is free software under the MIT licence. It contains the work of others, under the
        licences listed in the{' '}
        <a href="./THIRD-PARTY-NOTICES.txt" target="_blank" rel="noreferrer">
          third-party notices
        </a>
        .
      </p>
    </Dialog>
  )
}
