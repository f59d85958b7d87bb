export interface WaveformUsage {
  readonly recordings: number
  readonly bytes: number
}

/** How much is stored, as a sentence. */
export function formatUsage({ recordings, bytes }: WaveformUsage): string {
  if (recordings === 0) return 'No waveforms are kept.'
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1e6)} MB`
  return recordings === 1
    ? `The waveform of 1 recording is kept (${size}).`
    : `Waveforms of ${recordings.toLocaleString('en')} recordings are kept (${size}).`
}

/** How much room the speech models take, as a sentence. Bytes. */
export const formatModelUsage = (bytes: number) =>
  bytes === 0
    ? 'No speech models are on this computer.'
    : `Speech models are on this computer (${Math.ceil(bytes / 1e6)} MB).`
