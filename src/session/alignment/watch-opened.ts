import type { AlignmentPorts } from './alignment-ports.ts'

export interface OpenedCallbacks {
  /** Another transcript is shown than before, or another recording open, or none. */
  onOther(isOtherRecording: boolean): void
  /** Recording and transcript are both open, and the key under which they are stored is known. */
  onReady(): void
  /** The recording is open and its key known, and nothing is being opened that may bring a transcript. */
  onWithoutTranscript(): void
}

/** Reports when what is open changes, and when it is ready to be aligned; returns what ends that. */
export function watchOpened(
  { store }: Pick<AlignmentPorts, 'store'>,
  { onOther, onReady, onWithoutTranscript }: OpenedCallbacks,
): () => void {
  function openNow() {
    const { recording, fingerprint, opening, transcripts } = store.getState()
    const address = recording.status === 'open' ? recording.address : null
    const { shownId } = transcripts
    const isKnown = address !== null && fingerprint !== undefined
    return {
      address,
      shownId,
      isReady: isKnown && shownId !== null,
      isWithoutTranscript: isKnown && shownId === null && opening.status === 'idle',
    }
  }
  // What is open at the start is not reported as other: the listener may have chosen its language.
  let seen = { ...openNow(), isReady: false, isWithoutTranscript: false }
  function look() {
    const before = seen
    seen = openNow()
    const isOther = seen.address !== before.address || seen.shownId !== before.shownId
    if (isOther) onOther(seen.address !== before.address)
    if (seen.isReady && (isOther || !before.isReady)) onReady()
    if (seen.isWithoutTranscript && (isOther || !before.isWithoutTranscript)) onWithoutTranscript()
  }
  const ends = [
    store.subscribe(({ transcripts }) => transcripts.shownId, look),
    store.subscribe(({ recording }) => recording, look),
    store.subscribe(({ fingerprint }) => fingerprint, look),
    store.subscribe(({ opening }) => opening, look),
  ]
  look()
  return () => ends.forEach((end) => end())
}
