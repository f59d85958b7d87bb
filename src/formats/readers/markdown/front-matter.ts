import { languageTag } from '../../parsing/language-tag.ts'

export interface FrontMatter {
  readonly title?: string
  readonly language?: string
  /** The number of lines it occupies. */
  readonly lines: number
}

const mostLines = 200

/** Parses YAML front matter between two lines `---` at the beginning of the file; only scalar values are read. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  if (!/^---\s*$/.test(lines[0] ?? '')) return { lines: 0 }
  const end = lines
    .slice(0, mostLines)
    .findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 2) return { lines: 0 }
  const values = new Map<string, string>()
  for (const line of lines.slice(1, end)) {
    const found = /^([\w-]{1,40}):\s+(\S.*)$/.exec(line)
    if (found !== null) values.set(found[1]!.toLowerCase(), unquote(found[2]!.trim()))
  }
  if (values.size === 0) return { lines: 0 }
  const title = values.get('title')
  const language = languageTag(values.get('lang') ?? values.get('language'))
  return {
    lines: end + 1,
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
  }
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value)
  return quoted === null ? value : quoted[2]!
}
