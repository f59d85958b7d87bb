import type { RecordingSource } from '#sources/byte-sources.ts'
import type { AlignmentPorts } from './alignment-ports.ts'

export interface RunCallbacks<Outcome> {
  /** 0 to 1. */
  onLoading(progress: number): void
  onEnd(outcome: Outcome): void
  onFailure(why: unknown): void
}

/**
 * Runs something on the sound of a recording to its end; where its server gives it only as a whole, on a copy.
 * Returns what stops it: nothing is reported after that.
 */
export function runOnRecording<Outcome>(
  { download }: Pick<AlignmentPorts, 'download'>,
  {
    source,
    begin,
  }: {
    source: RecordingSource
    begin(place: RecordingSource): { readonly outcome: Promise<Outcome>; stop(): void }
  },
  { onLoading, onEnd, onFailure }: RunCallbacks<Outcome>,
): () => void {
  const ended = new AbortController()
  const { signal } = ended

  function run(from: RecordingSource): Promise<Outcome> {
    const { outcome, stop } = begin(from)
    signal.addEventListener('abort', stop)
    return outcome
  }
  async function work(): Promise<Outcome> {
    try {
      return await run(source)
    } catch (error) {
      if (source.kind === 'file' || !isWithoutRanges(error)) throw error
    }
    const copy = await download(source.address, { signal, onProgress: onLoading })
    signal.addEventListener('abort', copy.release)
    signal.throwIfAborted()
    return run({ kind: 'file', blob: copy.blob })
  }
  async function report() {
    try {
      const outcome = await work()
      if (!signal.aborted) onEnd(outcome)
    } catch (error) {
      if (!signal.aborted) onFailure(error)
    } finally {
      ended.abort()
    }
  }
  void report()
  return () => ended.abort()
}

const isWithoutRanges = (error: unknown) => error instanceof Error && error.name === 'NoRanges'
