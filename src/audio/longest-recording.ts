/** Seconds. A hundred hours have 48 MB of peaks; what claims more is damaged, or was made to fill the memory. */
export const longestRecording = 100 * 3600

/** Whether a duration, seconds, may be believed and drawn: not NaN, not infinite, not too long. */
export const isBelievable = (duration: number) => duration >= 0 && duration <= longestRecording

/** Hardly any codec needs less; what claims to is looked at. */
const leastBytesPerSecond = 250

/** Whether so many bytes may sound so long, seconds. */
export const isPlausible = (duration: number, bytes: number) =>
  isBelievable(duration) && bytes >= duration * leastBytesPerSecond

/** Completes "The waveform cannot be drawn:". */
export function tooLong(duration: number): string {
  const most = longestRecording / 3600
  const hours = Math.round(duration / 3600)
  const lasts = Number.isFinite(hours) ? `${hours.toLocaleString('en')} hours` : 'for ever'
  return `the recording says that it lasts ${lasts}, and ${most} hours are the most`
}
