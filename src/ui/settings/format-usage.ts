export interface WaveformUsage {
  readonly recordings: number
  readonly bytes: number
}

/** The stored waveforms as a sentence. */
export function formatUsage({ recordings, bytes }: WaveformUsage): string {
  if (recordings === 0) return 'No waveforms are stored.'
  const size = bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${Math.round(bytes / 1e6)} MB`
  return recordings === 1
    ? `The waveform of 1 recording is stored (${size}).`
    : `Waveforms of ${recordings.toLocaleString('en')} recordings are stored (${size}).`
}

/** The stored speech models as a sentence. */
export const formatModelUsage = (bytes: number) =>
  bytes === 0
    ? 'No speech models are stored.'
    : `Speech models are stored (${Math.ceil(bytes / 1e6)} MB).`

/** The stored positions as a sentence. */
export const formatPositionUsage = (count: number) =>
  count === 0
    ? 'No positions are stored.'
    : count === 1
      ? 'Your position in 1 recording is stored.'
      : `Your positions in ${count} recordings are stored.`
