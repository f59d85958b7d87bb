export interface BulletPiece {
  readonly text: string
  /** Seconds. */
  readonly start: number | null
  readonly end: number | null
}

/**
 * Times in milliseconds: `1000_2100` between NAK characters (shown as •), also with the file before it, or
 * `%snd: "file" 1000 2100` in older files.
 */
const bullet =
  // eslint-disable-next-line no-control-regex -- NAK is what stands around the times
  /[\u0015•]\s?(?:%(?:snd|mov):)?(?:"[^"]*"_)?(\d{1,12})_(\d{1,12})-?\s?[\u0015•]|%(?:snd|mov):\s*"[^"]*"\s*_?(\d{1,12})[\s_]+(\d{1,12})/g

/** Divides a line at its times; each time belongs to the text before it. */
export function cutAtBullets(text: string): BulletPiece[] {
  const pieces: BulletPiece[] = []
  let at = 0
  for (const found of text.matchAll(bullet)) {
    const [start, end] = [found[1] ?? found[3], found[2] ?? found[4]].map(
      (each) => Number(each) / 1000,
    )
    pieces.push({ text: text.slice(at, found.index), start: start!, end: end! })
    at = found.index + found[0].length
  }
  const rest = text.slice(at)
  if (rest.trim() !== '' || pieces.length === 0) pieces.push({ text: rest, start: null, end: null })
  return pieces
}
