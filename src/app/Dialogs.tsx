import { useFact } from '#ui/kit/app-context.ts'
import { lazyPart } from '#ui/kit/lazy-part.tsx'
import type { StoredFacts } from './create-app.ts'
import { DialogFailure } from './DialogFailure.tsx'

const HelpDialog = lazyPart(
  {
    name: 'the list of keys',
    load: async () => (await import('#ui/help/HelpDialog.tsx')).HelpDialog,
  },
  DialogFailure,
)
const AboutDialog = lazyPart(
  {
    name: 'the page about Earshot',
    load: async () => (await import('#ui/about/AboutDialog.tsx')).AboutDialog,
  },
  DialogFailure,
)
const SettingsDialog = lazyPart(
  {
    name: 'the settings',
    load: async () => (await import('#ui/settings/SettingsDialog.tsx')).SettingsDialog,
  },
  DialogFailure,
)
const AddressDialog = lazyPart(
  {
    name: 'the form for addresses',
    load: async () => (await import('#ui/opening/AddressDialog.tsx')).AddressDialog,
  },
  DialogFailure,
)
const ReadingDialog = lazyPart(
  {
    name: 'the reading report',
    load: async () => (await import('#ui/transcripts/ReadingDialog.tsx')).ReadingDialog,
  },
  DialogFailure,
)
const SaveDialog = lazyPart(
  {
    name: 'the form for saving',
    load: async () => (await import('#ui/transcripts/SaveDialog.tsx')).SaveDialog,
  },
  DialogFailure,
)

/** The dialog that is open, loaded when it is first needed. */
export function Dialogs({ stored }: { stored: StoredFacts }) {
  const dialog = useFact((state) => state.dialog)
  return (
    <>
      {dialog === 'help' ? <HelpDialog /> : null}
      {dialog === 'about' ? <AboutDialog /> : null}
      {dialog === 'settings' ? <SettingsDialog stored={stored} /> : null}
      {dialog === 'addresses' ? <AddressDialog /> : null}
      {dialog === 'save' ? <SaveDialog /> : null}
      {dialog === 'reading' ? <ReadingDialog /> : null}
    </>
  )
}
