import { draftKey } from '#storage/stored-drafts.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { transcriptOfDraft } from './draft-transcript.ts'
import { openRecords } from './open-records.ts'

/** Shows the stored draft of a recording without a transcript, if there is one. */
export async function restoreDraft(
  { store, storedDrafts }: Pick<AlignmentPorts, 'store' | 'storedDrafts'>,
  { isRunning }: { isRunning: () => boolean },
): Promise<void> {
  const { fingerprint } = store.getState()
  const stored = fingerprint ? await storedDrafts.read(draftKey(fingerprint)) : null
  // Meanwhile another recording may have come, or a transcript, or a task may have begun.
  const { recording, document, opening, fingerprint: now } = store.getState()
  const isWithoutTranscript = document.status === 'none' && opening.status === 'idle'
  if (!stored || now !== fingerprint || !isWithoutTranscript || isRunning()) return
  if (recording.status !== 'open') return
  const { heardUntil, isComplete } = stored
  openRecords(store).addDraft(recording.name, {
    read: transcriptOfDraft(stored),
    draft: { heardUntil, isComplete },
  })
}
