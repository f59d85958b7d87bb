/** A line of a list; `null` for a column that is empty or missing. */
export interface ManifestRow {
  readonly sound: string
  readonly text: string | null
  readonly out: string | null
}

export type Manifest =
  | { readonly kind: 'rows'; readonly rows: readonly ManifestRow[] }
  | { readonly kind: 'wrong'; readonly why: string }

/** Reads a list: recording, transcript and result, separated by tabs, one line each. Skips blank lines and # comments. */
export function readManifest(content: string, name: string): Manifest {
  const rows: ManifestRow[] = []
  for (const [at, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [sound = '', text = '', out = '', ...more] = line.split('\t').map((cell) => cell.trim())
    if (sound === '' || more.some((cell) => cell !== '')) {
      const why = `Line ${at + 1} of ${name} is not: recording, tab, transcript, tab, result. Correct it.`
      return { kind: 'wrong', why }
    }
    rows.push({ sound, text: text === '' ? null : text, out: out === '' ? null : out })
  }
  return { kind: 'rows', rows }
}
