export interface StmTurn {
  readonly recording: string
  readonly speaker: string
  /** Seconds. */
  readonly start: number
  readonly end: number
  readonly text: string
}

const pattern =
  /^(\S{1,200})\s+(\w{1,3})\s+(\S{1,200})\s+(\d{1,9}(?:\.\d{1,9})?)\s+(\d{1,9}(?:\.\d{1,9})?)(?:\s+<[^<>\s]{0,200}>)?(?:\s+(\S.*))?$/

/** Parses `file channel speaker start end <labels> text`; `null` for any other line. */
export function parseStmLine(line: string): StmTurn | null {
  const found = pattern.exec(line)
  if (found === null) return null
  const [, recording = '', , speaker = '', start, end, text = ''] = found
  if (Number(end) < Number(start)) return null
  return { recording, speaker, start: Number(start), end: Number(end), text: text.trim() }
}
