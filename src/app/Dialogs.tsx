import { Suspense, lazy } from 'react'
import { useFact } from '#ui/kit/app-context.ts'
import type { StoredFacts } from './create-app.ts'

const HelpDialog = lazy(async () => ({
  default: (await import('#ui/help/HelpDialog.tsx')).HelpDialog,
}))
const AboutDialog = lazy(async () => ({
  default: (await import('#ui/about/AboutDialog.tsx')).AboutDialog,
}))
const SettingsDialog = lazy(async () => ({
  default: (await import('#ui/settings/SettingsDialog.tsx')).SettingsDialog,
}))
const AddressDialog = lazy(async () => ({
  default: (await import('#ui/opening/AddressDialog.tsx')).AddressDialog,
}))
const ReadingDialog = lazy(async () => ({
  default: (await import('#ui/transcripts/ReadingDialog.tsx')).ReadingDialog,
}))
const SaveDialog = lazy(async () => ({
  default: (await import('#ui/transcripts/SaveDialog.tsx')).SaveDialog,
}))

/** The dialog that is open, loaded when it is first needed. */
export function Dialogs({ stored }: { stored: StoredFacts }) {
  const dialog = useFact((state) => state.dialog)
  return (
    <Suspense>
      {dialog === 'help' ? <HelpDialog /> : null}
      {dialog === 'about' ? <AboutDialog /> : null}
      {dialog === 'settings' ? <SettingsDialog stored={stored} /> : null}
      {dialog === 'addresses' ? <AddressDialog /> : null}
      {dialog === 'save' ? <SaveDialog /> : null}
      {dialog === 'reading' ? <ReadingDialog /> : null}
    </Suspense>
  )
}
