import type { ByteSource } from '#audio/byte-source.ts'
import { convertToWave } from '#audio/convert-to-wave.ts'
import { unplayableKind } from '#audio/unplayable-kind.ts'
import type { ProbeResult } from '#media/probe.ts'
import { blobSource, openByteSource } from '#sources/byte-sources.ts'
import type { RecordingSource } from '#sources/byte-sources.ts'
import type { Problem } from '#transcript/problem.ts'
import * as messages from './opening-messages.ts'
import type { FetchReports, OpenableRecording } from './opening-sources.ts'

export type UnplayableReason = Extract<ProbeResult, { kind: 'unplayable' }>['reason']

/** Why a recording cannot be played, or what may be played in its place: itself once more, or a copy of it. */
export type Diagnosis =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'again'; readonly recording: OpenableRecording }

export interface DiagnosisContext extends FetchReports {
  readonly signal: AbortSignal
  /** Whether it was tried a second time: then there is no third. */
  readonly isLast: boolean
}

interface DiagnosisPorts {
  /** Copies an address to the disk; rejects with an Error whose message completes "It could not be fetched:". */
  download(
    address: string,
    options: FetchReports & { signal: AbortSignal },
  ): Promise<{ readonly blob: Blob; release(): void }>
  /** A WAV of MPEG audio that browsers do not play; `null` for anything else. */
  convertLayerTwo(source: RecordingSource, signal: AbortSignal): Promise<Blob | null>
}

/**
 * Finds out why the browser does not play a recording, from its bytes and from what its server answers. The browser itself
 * says neither. A busy server is waited for, and a recording whose server gives no parts, or wrong ones, is copied.
 */
export const createDiagnosis =
  ({ download, convertLayerTwo }: DiagnosisPorts) =>
  async (
    recording: OpenableRecording,
    reason: UnplayableReason,
    context: DiagnosisContext,
  ): Promise<Diagnosis> => {
    const { name, source } = recording
    const { signal } = context
    const problem = (problem: Problem): Diagnosis => ({ kind: 'problem', problem })
    // A copy, which was looked at when it was made, and is gone by now.
    if (context.isLast && source.kind === 'file') return problem(messages.unplayable(name, strange))
    try {
      const bytes = await openByteSource(source, context)
      signal.throwIfAborted()
      const why = await unplayableKind(bytes)
      if (why !== null) {
        const wave = (await convertToWave(bytes, signal)) ?? (await convertLayerTwo(source, signal))
        if (wave) return { kind: 'again', recording: replacedBy(recording, wave) }
        return problem(messages.unplayable(name, why))
      }
      if (!context.isLast && source.kind === 'address') return { kind: 'again', recording }
      await readThrough(bytes, signal)
      return problem(messages.unplayable(name, unexplained[source.kind][reason]))
    } catch (error) {
      signal.throwIfAborted()
      if (source.kind === 'file') return problem(messages.notLoaded(name, gone))
      const isWithoutRanges = error instanceof Error && error.name === 'NoRanges'
      if (!isWithoutRanges) return problem(notFetched(name, error))
    }
    try {
      const copy = await copyOf(recording, source.address, { download, ...context })
      const why = await unplayableKind(blobSource(copy.blob))
      if (why === null) return { kind: 'again', recording: copy.recording }
      copy.recording.release()
      return problem(messages.unplayable(name, why))
    } catch (error) {
      signal.throwIfAborted()
      return problem(notFetched(name, error))
    }
  }

const gone = 'the file can no longer be read. It was changed, moved or deleted: open it again'

const full =
  'its server gives no parts of it, and this device has no room for a copy. Free some space on the disk, then open it again'

/** Where the bytes look well. */
const slow = 'It did not begin to load within 20 seconds.'
const strange =
  'It is damaged, or of a kind that this browser does not play. Convert it to M4A, MP3 or WAV, for example with VLC, Audacity or ffmpeg, and open that.'
const unexplained: Record<'file' | 'address', Record<UnplayableReason, string>> = {
  file: { timeout: `${slow} Open it again.`, network: strange, unsupported: strange },
  address: {
    timeout: `${slow} Its server is slow: try again later, or download it and open the file.`,
    network: 'The connection breaks off. Try again, or download it and open the file.',
    unsupported: strange,
  },
}

function notFetched(name: string, error: unknown): Problem {
  if (error instanceof Error && error.name === 'QuotaExceededError') {
    return messages.notLoaded(name, full)
  }
  const why = error instanceof Error ? error.message : String(error)
  return messages.notLoaded(name, `${why}. Check the address, or download it and open the file`)
}

/** Reads the end: what was changed or cut meanwhile rejects. */
async function readThrough(source: ByteSource, signal: AbortSignal) {
  await source.read(Math.max(0, source.size - 1), source.size, signal)
}

async function copyOf(
  recording: OpenableRecording,
  address: string,
  { download, signal, onProgress, onWait }: DiagnosisContext & Pick<DiagnosisPorts, 'download'>,
): Promise<{ readonly blob: Blob; readonly recording: OpenableRecording }> {
  const { blob, release } = await download(address, { signal, onProgress, onWait })
  return { blob, recording: replacedBy(recording, blob, release) }
}

function replacedBy(
  recording: OpenableRecording,
  blob: Blob,
  release = () => {},
): OpenableRecording {
  const address = URL.createObjectURL(blob)
  return {
    ...recording,
    address,
    source: { kind: 'file', blob },
    release() {
      URL.revokeObjectURL(address)
      release()
    },
  }
}
