import type { FetchLimits, FetchOptions } from '#sources/fetch-bytes.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import { nameOfAddress } from '#sources/check-address.ts'
import { plainName } from '#sources/plain-name.ts'

/** A recording that can be opened, from a file or an address. */
export interface OpenableRecording {
  readonly name: string
  readonly key: string
  /** What the media element plays. */
  readonly address: string
  /** The address that a link can contain; `null` for a file. */
  readonly sharedAddress: string | null
  /** Where its bytes are read from. */
  readonly source: RecordingSource
  /** Called when another recording has replaced it. */
  release(): void
}

/** Reports about a file before all its bytes are there. */
export type EarlyBytes = Pick<FetchOptions, 'onSize' | 'beginning'>

/** A file of peaks or a transcript, which is read as a whole. */
export interface FileSource {
  readonly name: string
  bytes(signal: AbortSignal, early?: EarlyBytes): Promise<Uint8Array<ArrayBuffer>>
}

/** A transcript that can be opened. */
export interface OpenableTranscript extends FileSource {
  readonly mimeType: string
  /** The address that a link can contain; `null` for a file. */
  readonly sharedAddress: string | null
}

export type FetchBytes = (
  address: string,
  options: FetchOptions,
) => Promise<Uint8Array<ArrayBuffer>>

const textLimits: FetchLimits = { timeoutMs: 15_000, mostBytes: 64 * 2 ** 20 }
/** Ten hours are 25 MB of JSON, at 50 peaks a second. */
const peaksLimits: FetchLimits = { timeoutMs: 15_000, mostBytes: 256 * 2 ** 20 }

export const recordingAt = (address: string): OpenableRecording => ({
  name: nameOfAddress(address),
  key: address,
  address,
  sharedAddress: address,
  source: { kind: 'address', address },
  release() {},
})

/** What is reported while something is fetched. */
export interface FetchReports {
  /** 0 to 1. */
  onProgress(progress: number): void
  /** A busy server is asked again after so many milliseconds. */
  onWait(delayMs: number): void
}

export const transcriptAt = (
  address: string,
  fetchBytes: FetchBytes,
  reports: FetchReports,
): OpenableTranscript => ({
  name: nameOfAddress(address),
  sharedAddress: address,
  mimeType: '',
  bytes: (signal, early) =>
    fetchBytes(address, { signal, limits: textLimits, ...reports, ...early }),
})

export const peaksAt = (
  address: string,
  fetchBytes: FetchBytes,
  reports: FetchReports,
): FileSource => ({
  name: nameOfAddress(address),
  bytes: (signal) => fetchBytes(address, { signal, limits: peaksLimits, ...reports }),
})

export function recordingOfFile(file: File): OpenableRecording {
  const address = URL.createObjectURL(file)
  return {
    name: plainName(file.name),
    key: `${file.name} ${file.size} ${file.lastModified}`,
    address,
    sharedAddress: null,
    source: { kind: 'file', blob: file },
    release: () => URL.revokeObjectURL(address),
  }
}

export const transcriptOfFile = (file: File): OpenableTranscript => ({
  name: file.name,
  sharedAddress: null,
  mimeType: file.type,
  async bytes(_signal, { onSize, beginning } = {}) {
    onSize?.(file.size)
    if (beginning && file.size > beginning.length) {
      beginning.take(new Uint8Array(await file.slice(0, beginning.length).arrayBuffer()))
    }
    return new Uint8Array(await file.arrayBuffer())
  },
})

export const peaksOfFile = (file: File): FileSource => ({
  name: file.name,
  bytes: async () => new Uint8Array(await file.arrayBuffer()),
})

export const pastedSource = (text: string, name: string): OpenableTranscript => ({
  name,
  sharedAddress: null,
  mimeType: '',
  bytes: () => Promise.resolve(new TextEncoder().encode(text)),
})
