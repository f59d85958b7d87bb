import type { Problem } from '#transcript/problem.ts'
import { rankFormats } from './detect.ts'
import { headOf, type FormatChoice } from './format-choice.ts'
import type { JsonDocument } from './parsing/json/json-document.ts'
import { parseJson } from './parsing/json/parse-json.ts'
import { refuseByName } from './parsing/refusals/refuse-by-name.ts'
import { refuseText } from './parsing/refusals/refuse-text.ts'
import type { TranscriptFile } from './readers/format.ts'
import { formats } from './readers/registry.ts'

/**
 * Chooses among all formats, or refuses the file with a reason.
 *
 * @param wanted the id of a format that reads the file whatever it looks like
 */
export function chooseFormat(
  text: Omit<TranscriptFile, 'json'>,
  wanted: string | undefined,
  mimeType: string | undefined,
): FormatChoice {
  const file = withJson(text)
  const head = headOf(file)
  const named = wanted === undefined ? refuseByName(head.text, file.name) : null
  if (named !== null) return { format: null, problem: named, candidates: [] }

  const candidates = rankFormats(formats, head, mimeType)
  const id = wanted ?? candidates[0]?.format
  const format = formats.find((format) => format.id === id)
  if (format !== undefined) return { format, file, candidates }
  const problem =
    brokenJson(file) ?? refuseText(head.text, file.name) ?? unknownFormat(file.name, wanted)
  return { format: null, problem, candidates }
}

function withJson(file: Omit<TranscriptFile, 'json'>): TranscriptFile {
  let parsed: JsonDocument | null | undefined
  const json = () => (parsed === undefined ? (parsed = parseJson(file.text, file.name)) : parsed)
  return { ...file, json }
}

/** Reports JSON that is cut off before its first complete value. */
function brokenJson({ name, json }: TranscriptFile): Problem | null {
  const [damage] = json()?.problems ?? []
  if (damage === undefined) return null
  const place = damage.line === undefined ? '' : ` at line ${damage.line.toLocaleString('en')}`
  const message = `${name} is damaged JSON${place}, and no transcript was found before the damage. Export or download it again.`
  return { ...damage, severity: 'error', message }
}

function unknownFormat(name: string, wanted: string | undefined): Problem {
  const message =
    wanted === undefined
      ? `${name} is not in a supported format. Export it as WebVTT (.vtt) or SubRip (.srt) and open that.`
      : `${name} could not be read as “${wanted.slice(0, 40)}”, because there is no such format. Choose another.`
  return { code: 'format-unknown', severity: 'error', message }
}
