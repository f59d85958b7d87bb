import type { ProseLine } from './line.ts'

const speakerLine = /^\s*SPEAKER:\s+(\S[^:\n]{0,60})$/i

/** `SPEAKER: S1` above each turn, as Speechmatics writes text, becomes `S1:`. Returns the names that were found. */
export function readSpeakerLines(lines: readonly ProseLine[]): {
  lines: readonly ProseLine[]
  names: ReadonlySet<string>
} {
  const found = lines.map(({ text }) => speakerLine.exec(text)?.[1]!.trim())
  const names = new Set(found.filter((name) => name !== undefined))
  const count = found.filter((name) => name !== undefined).length
  if (count < 2) return { lines, names: new Set() }
  const renamed = lines.map((line, at) =>
    found[at] === undefined ? line : { ...line, text: `${found[at]}:` },
  )
  return { lines: renamed, names }
}
