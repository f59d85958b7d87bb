import type { TimeRange } from '#transcript/pauses.ts'

/**
 * What was found out about a recording, so that the next opening need not. Nothing that can be heard or
 * read: no sound, no name, no address. Nor where its frames lie, which another file of the same fingerprint
 * may have elsewhere, and which is counted in a moment.
 */
export interface StoredRecording {
  /** The loudest of each hundredth of a second, 0 to 255. */
  readonly finest: Uint8Array<ArrayBuffer>
  /** Seconds. */
  readonly duration: number
  /** `null` where the sound does not tell. */
  readonly silences: readonly TimeRange[] | null
}

export interface StorageUsage {
  readonly recordings: number
  readonly bytes: number
}

/**
 * Recordings by their fingerprint; the one that was used longest ago goes first when there is no room.
 * Nothing here rejects: where the browser keeps nothing (a private window, a full disk), nothing is kept.
 */
export interface RecordingStore {
  /** To read one is to use it. */
  read(fingerprint: string): Promise<StoredRecording | null>
  /** `false` where there was no room for it. */
  write(fingerprint: string, recording: StoredRecording): Promise<boolean>
  usage(): Promise<StorageUsage>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}

/** Bytes: about a hundred recordings of three hours. */
export const storageQuotaBytes = 200_000_000

/** What a recording takes, bytes: as good as what the browser needs, which it does not tell. */
export const bytesOfRecording = ({ finest, silences }: StoredRecording): number =>
  finest.byteLength + (silences?.length ?? 0) * 40 + 400

/** Keeps nothing, and knows nothing, while it is not wanted; what is kept already can be counted and cleared. */
export function storedWhileAllowed(kept: RecordingStore, isWanted: () => boolean): RecordingStore {
  return {
    ...kept,
    read: (fingerprint) => (isWanted() ? kept.read(fingerprint) : Promise.resolve(null)),
    write: (fingerprint, recording) =>
      isWanted() ? kept.write(fingerprint, recording) : Promise.resolve(false),
  }
}

/** Whether a value that was kept is one: another version of the page may have written it. */
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
