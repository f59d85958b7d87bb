export interface CtmWord {
  readonly recording: string
  readonly channel: string
  /** Seconds. */
  readonly start: number
  readonly duration: number
  readonly word: string
  readonly confidence: number | null
}

const pattern =
  /^(\S{1,200})\s+(\S{1,40})\s+(\d{1,9}(?:\.\d{1,9})?)\s+(\d{1,9}(?:\.\d{1,9})?)\s+(\S{1,200})(?:\s+(-?\d{1,3}(?:\.\d{1,15})?(?:e-?\d+)?|NA))?(?:\s+\S+){0,3}\s*$/i

/** Parses `file channel start duration word confidence`; `null` for any other line. */
export function parseCtmLine(line: string): CtmWord | null {
  const found = pattern.exec(line)
  if (found === null) return null
  const [, recording = '', channel = '', start, duration, word = '', written] = found
  const confidence = written === undefined ? Number.NaN : Number(written)
  return {
    recording,
    channel,
    start: Number(start),
    duration: Number(duration),
    word,
    confidence: confidence >= 0 && confidence <= 1 ? confidence : null,
  }
}
