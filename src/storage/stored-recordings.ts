import type { TimeRange } from '#transcript/pauses.ts'

/**
 * Results of the analysis of a recording, for the next opening. No audio, no name, no address; and no frame index,
 * because another file with the same fingerprint may have another one, and building it takes a moment.
 */
export interface StoredRecording {
  /** The peak of each hundredth of a second, 0 to 255. */
  readonly finest: Uint8Array<ArrayBuffer>
  /** Seconds. */
  readonly duration: number
  /** `null` where they could not be detected. */
  readonly silences: readonly TimeRange[] | null
}

export interface StorageUsage {
  readonly recordings: number
  readonly bytes: number
}

/**
 * Recordings by fingerprint; when there is no room, the least recently used is deleted. Nothing here rejects: where the
 * browser stores nothing (a private window, a full disk), nothing is stored.
 */
export interface RecordingStore {
  /** Counts as a use of the recording. */
  read(fingerprint: string): Promise<StoredRecording | null>
  /** `false` where there was no room for it. */
  write(fingerprint: string, recording: StoredRecording): Promise<boolean>
  usage(): Promise<StorageUsage>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}

/** Bytes: about a hundred recordings of three hours. */
export const storageQuotaBytes = 200_000_000

/** Estimated size in the browser's storage, bytes. */
export const bytesOfRecording = ({ finest, silences }: StoredRecording): number =>
  finest.byteLength + (silences?.length ?? 0) * 40 + 400

/** Reads and writes nothing while storing is not allowed; what is stored can still be counted and cleared. */
export function storedWhileAllowed(
  recordings: RecordingStore,
  isAllowed: () => boolean,
): RecordingStore {
  return {
    ...recordings,
    read: (fingerprint) => (isAllowed() ? recordings.read(fingerprint) : Promise.resolve(null)),
    write: (fingerprint, recording) =>
      isAllowed() ? recordings.write(fingerprint, recording) : Promise.resolve(false),
  }
}

/** Checks a stored value, which another version of the page may have written. */
export function isStoredRecording(value: unknown): value is StoredRecording {
  if (typeof value !== 'object' || value === null) return false
  const { finest, duration, silences } = value as Partial<Record<string, unknown>>
  return (
    finest instanceof Uint8Array &&
    typeof duration === 'number' &&
    Number.isFinite(duration) &&
    duration > 0 &&
    (silences === null || (Array.isArray(silences) && silences.every(isTimeRange)))
  )
}

function isTimeRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { start, end } = value as Partial<Record<string, unknown>>
  return typeof start === 'number' && typeof end === 'number' && start < end
}
