import type { Chapter } from '#transcript/transcript.ts'
import type { References } from '../../parsing/cues/html-references.ts'
import { property, asText } from '../../parsing/json/values.ts'
import type { RawCue } from './blocks.ts'
import { createCueTextParser, type CueText } from './cue-text.ts'

export function areChapters(header: ReadonlyMap<string, string>, fileName: string): boolean {
  const kind = header.get('kind')?.toLowerCase()
  return kind === undefined ? /chapters?\b/i.test(fileName) : kind === 'chapters'
}

/** Chapters from cues whose text is the title, or JSON with a title. */
export function webvttChaptersOf(cues: readonly RawCue[], references: References): Chapter[] {
  const parseCueText = createCueTextParser(references)
  const chapters = cues
    .map((cue) => ({ start: cue.start, title: titleOf(cue.text, parseCueText) }))
    .filter(({ start, title }) => title !== '' && Number.isFinite(start))
  return chapters.sort((a, b) => a.start - b.start)
}

function titleOf(raw: string, parseCueText: (raw: string) => CueText): string {
  if (raw.startsWith('{')) {
    try {
      const title = asText(property(JSON.parse(raw) as unknown, 'title'))
      if (title !== undefined) return title.trim()
    } catch {
      // not JSON, but a title that begins with a brace
    }
  }
  const text = parseCueText(raw).pieces.map((piece) => piece.text)
  return text.join('').replace(/\s+/g, ' ').trim().normalize('NFC')
}
