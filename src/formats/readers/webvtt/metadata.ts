import { languageTag } from '../../parsing/language-tag.ts'
import { asText, nameOf, property } from '../../parsing/json/values.ts'
import type { ParsedSegment } from '../../parsing/parsed-transcript.ts'
import type { RawCue } from './blocks.ts'

/**
 * The segment of a cue whose text is a JSON object, as Microsoft Graph writes Teams transcripts (`metadataContent`):
 * `{"speakerName": "Ada", "spokenText": "Hello", "spokenLanguage": "en-us"}`; `null` for any other cue.
 */
export function segmentOfMetadata({ text, start, end, line }: RawCue): ParsedSegment | null {
  if (!text.startsWith('{') || !text.includes('"spokenText"')) return null
  const value = parse(text)
  const spoken = asText(property(value, 'spokenText'))
  if (spoken === undefined) return null
  const speaker = nameOf(property(value, 'speakerName'))
  const language = languageTag(asText(property(value, 'spokenLanguage')))
  return {
    text: spoken,
    start,
    end,
    line,
    ...(speaker === undefined ? {} : { speaker }),
    ...(language === undefined ? {} : { language }),
  }
}

/** The language of the first cue that names one. */
export function languageOfMetadata(cues: readonly RawCue[]): string | undefined {
  const [first] = cues
  return first === undefined ? undefined : segmentOfMetadata(first)?.language
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
