import { shownRecord } from '#state/transcripts.ts'
import type { AlignmentPorts } from './alignment-ports.ts'
import { transcriptsIn } from './store-transcripts.ts'

export interface OpenedCallbacks {
  /** Another text is shown than before, or another recording open, or none. */
  onOther(isOtherRecording: boolean): void
  /** Sound and text are both there, and it is known by what name they are kept. */
  onReady(): void
  /** Sound is there by its name, and nothing comes that may bring a text. */
  onWithoutText(): void
}

/** Tells whether what is open is ready, and when something else is open; returns what ends that. */
export function watchOpened(
  { store }: Pick<AlignmentPorts, 'store'>,
  { onOther, onReady, onWithoutText }: OpenedCallbacks,
): () => void {
  const texts = transcriptsIn(store)
  const openNow = () => {
    const { recording, fingerprint, opening } = store.getState()
    const key = recording.status === 'open' ? recording.address : null
    const written = texts.shown?.transcript ?? null
    const isKnown = key !== null && fingerprint !== undefined
    return {
      key,
      written,
      isReady: isKnown && written !== null,
      isWithoutText: isKnown && written === null && opening.status === 'idle',
    }
  }
  // What is open already is nothing other: the listener may have chosen a language for it.
  let seen = { ...openNow(), isReady: false, isWithoutText: false }
  function look() {
    const before = seen
    seen = openNow()
    const isOther = seen.key !== before.key || seen.written !== before.written
    if (isOther) onOther(seen.key !== before.key)
    if (seen.isReady && (isOther || !before.isReady)) onReady()
    if (seen.isWithoutText && (isOther || !before.isWithoutText)) onWithoutText()
  }
  const ends = [
    store.subscribe(({ transcripts }) => shownRecord(transcripts)?.read, look),
    store.subscribe(({ recording }) => recording, look),
    store.subscribe(({ fingerprint }) => fingerprint, look),
    store.subscribe(({ opening }) => opening, look),
  ]
  look()
  return () => ends.forEach((end) => end())
}
