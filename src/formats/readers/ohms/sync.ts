/**
 * Parses `interval:|line(word)|line(word)|…`: for each interval (minutes), the line that is spoken then, counted from
 * 0. Like the OHMS viewer (uklibraries/ohms-viewer, Transcript.php), it ignores the word. Returns seconds by line; the
 * first line is at 0.
 */
export function parseSync(sync: string): { starts: Map<number, number>; interval: number | null } {
  const starts = new Map<number, number>()
  const colon = sync.indexOf(':')
  const minutes = Number(sync.slice(0, Math.max(0, colon)))
  if (colon === -1 || !Number.isFinite(minutes) || minutes <= 0) return { starts, interval: null }
  const interval = minutes * 60
  const chunks = sync.slice(colon + 1).split('|')
  // the part before the first bar is empty
  for (const [index, chunk] of chunks.slice(chunks[0]!.trim() === '' ? 1 : 0).entries()) {
    const line = /^\s*(\d{1,9})/.exec(chunk)?.[1]
    // a line with several times begins at the first of them
    if (line !== undefined && !starts.has(Number(line)))
      starts.set(Number(line), (index + 1) * interval)
  }
  if (starts.size === 0) return { starts, interval: null }
  starts.set(0, 0)
  return { starts, interval }
}
