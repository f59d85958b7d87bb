import { heardPlace } from '#audio/exact/heard-place.ts'
import { durationOf } from '#audio/frames/frame-index.ts'
import type { FrameCount } from '#audio/frames/frame-counter.ts'
import type { FrameIndex } from '#audio/frames/frame-index.ts'
import type { FramedFacts, SoundFacts } from '#audio/sound-facts.ts'
import type { SoundReader } from '#audio/sound-reader.ts'
import type { Player } from '#media/player.ts'
import type { SoundPlace } from '#sources/byte-sources.ts'
import type { AppStore } from '#state/store.ts'
import type { KeptRecording, KeptRecordings } from '#storage/kept-recordings.ts'
import { estimated, makeExactAddress } from './exact-seeking.ts'
import { createPeakDrawer } from './peak-drawer.ts'
import type { PeakDrawer } from './peak-drawer.ts'
import { whenPeaksAreWanted, wantsPeaks } from './turns.ts'

/** The world outside, as studying a recording needs it. */
export interface StudyPorts {
  readonly store: AppStore
  readonly player: Player
  readonly kept: KeptRecordings
  readSound(place: SoundPlace): SoundReader
  /** Copies what lies at an address to the disk, for as long as it is needed. */
  download(
    address: string,
    options: { signal: AbortSignal; onProgress: (done: number) => void },
  ): Promise<{ readonly blob: Blob; release(): void }>
}

/**
 * Finds out what playing a recording does not tell: where its times are, when seeks would be guesses; its
 * peaks; and where nobody speaks. Nothing waits for it, and what cannot be found out is said in a sentence.
 */
export async function studyRecording(
  ports: StudyPorts,
  { place, signal, drawing }: { place: SoundPlace; signal: AbortSignal; drawing: AbortSignal },
): Promise<void> {
  const { store, kept } = ports
  const { peaksReported, seekingReported, silencesReported } = store.getState()
  const drawer = createPeakDrawer(store, drawing)
  const { blob, reader, facts } = await openWhereItCanBeStudied(ports, { place, signal, drawer })
  const name = await reader.fingerprint()
  const known = name === null ? null : await kept.read(name)
  signal.throwIfAborted()

  const { frames } = facts
  const placing =
    blob && frames ? placeFrames(ports, { reader, blob, frames, known, signal }) : null
  if (!placing) seekingReported({ status: 'exact' })
  if (!placing && blob && place.kind === 'address') goOverToCopy(ports, { blob, signal })
  // What went wrong is said once, at the end.
  placing?.catch(() => undefined)
  await whenPeaksAreWanted(store, drawing)
  if (known) {
    await placing
    peaksReported({ status: 'drawn', pyramid: drawer.restore(known) })
    return silencesReported(known.silences)
  }
  await drawer.sketch(reader, facts)
  const index = (await placing) ?? null
  const { pyramid, share } = await drawer.refine(reader, index ? durationOf(index) : facts.duration)
  peaksReported({ status: 'drawn', pyramid })
  const silences = await reader.findSilences(pyramid.finest)
  signal.throwIfAborted()
  silencesReported(silences)
  // A disk or a connection that failed in places may do better next time.
  if (name !== null && share === 1) {
    await kept.write(name, { finest: pyramid.finest, duration: pyramid.duration, silences, index })
  }
}

/** A recording whose sound can be read, and what it says of itself; the bytes, where they are at hand. */
interface Opened {
  readonly reader: SoundReader
  readonly facts: SoundFacts
  readonly blob: Blob | null
}

/**
 * Opens a recording where it lies, or copied to the disk: where its server gives it only as a whole, or
 * where seeks in it are guesses, which need all of it to be made exact. It is sketched meanwhile.
 */
async function openWhereItCanBeStudied(
  ports: StudyPorts,
  { place, signal, drawer }: { place: SoundPlace; signal: AbortSignal; drawer: PeakDrawer },
): Promise<Opened> {
  const reader = ports.readSound(place)
  signal.addEventListener('abort', reader.dispose)
  const blob = place.kind === 'file' ? place.blob : null
  let sketching: Promise<void> | null = null
  try {
    const facts = await reader.open()
    signal.throwIfAborted()
    if (blob || !isGuessed(facts)) return { reader, facts, blob }
    if (wantsPeaks(ports.store.getState())) sketching = drawer.sketch(reader, facts)
  } catch (error) {
    signal.throwIfAborted()
    if (!isWithoutRanges(error)) throw error
  }
  if (place.kind === 'file') throw new Error('studyRecording: a file has no ranges to be without')
  const copy = await copied(ports, place.address, signal)
  await sketching
  reader.dispose()
  return openWhereItCanBeStudied(ports, { place: copy, signal, drawer })
}

async function copied(
  { store, download }: StudyPorts,
  address: string,
  signal: AbortSignal,
): Promise<SoundPlace> {
  const { seekingReported } = store.getState()
  const onProgress = (progress: number) => seekingReported({ status: 'preparing', progress })
  onProgress(0)
  const { blob, release } = await download(address, { signal, onProgress })
  signal.addEventListener('abort', release)
  signal.throwIfAborted()
  return { kind: 'file', blob }
}

/** Counts the frames, and lets the player go on with an address in which seeks are exact. */
async function placeFrames(
  { store, player }: StudyPorts,
  {
    reader,
    blob,
    frames,
    known,
    signal,
  }: {
    reader: SoundReader
    blob: Blob
    frames: FramedFacts
    known: KeptRecording | null
    signal: AbortSignal
  },
): Promise<FrameIndex | null> {
  const { seekingReported } = store.getState()
  const counted: FrameCount | null = known?.index
    ? { kind: 'counted', index: known.index }
    : await reader.countFrames((progress) => seekingReported({ status: 'preparing', progress }))
  signal.throwIfAborted()
  if (counted?.kind !== 'counted') {
    seekingReported(estimated.changes)
    return null
  }
  const { index } = counted
  reader.placeByCount(index)
  const exact = await makeExactAddress(index, blob)
  signal.throwIfAborted()
  if (exact.kind === 'impossible') {
    seekingReported(exact.seeking)
    return index
  }
  signal.addEventListener('abort', exact.release)
  const claimed = { stream: frames.stream, index, size: blob.size, claimedDuration: player.element.duration }
  const moving = player.moveTo({
    address: exact.address,
    heardAt: (time) => heardPlace(claimed, time),
  })
  // From now on every seek is in the new address; the player goes there with the first one, if it plays.
  seekingReported({ status: 'exact' })
  void moving.then((outcome) => {
    if (outcome === 'refused' && !signal.aborted) seekingReported(estimated.browser)
  })
  return index
}

/** A server that gives only the whole cannot be sought in; the copy can. */
function goOverToCopy(
  { player }: StudyPorts,
  { blob, signal }: { blob: Blob; signal: AbortSignal },
) {
  const address = URL.createObjectURL(blob)
  signal.addEventListener('abort', () => URL.revokeObjectURL(address))
  void player.moveTo({ address })
}

/** Where only all of the bytes tell the times. */
const isGuessed = ({ frames }: SoundFacts) => frames !== null && !frames.isConstant
const isWithoutRanges = (error: unknown) => error instanceof Error && error.name === 'NoRanges'
