import type { Problem } from '#transcript/problem.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { rankFormats, type Candidate } from './detect.ts'
import { decodeText } from './parsing/encoding/decode.ts'
import { isEbuStl } from './parsing/encoding/ebu-stl.ts'
import { extensionOf, presentName } from './file-name.ts'
import { finishTranscript, isError } from './parsing/finish-transcript.ts'
import type { Format, FileHead, TranscriptFile } from './readers/format.ts'
import type { JsonDocument } from './parsing/json/json-document.ts'
import { parseJson } from './parsing/json/parse-json.ts'
import { headLength } from './parsing/limits.ts'
import { refuseByName } from './parsing/refusals/refuse-by-name.ts'
import { refuseBytes } from './parsing/refusals/refuse-bytes.ts'
import { refuseText } from './parsing/refusals/refuse-text.ts'
import { quoteLines } from './parsing/quote-lines.ts'
import { formats } from './readers/registry.ts'
import { isZip } from './parsing/zip/is-zip.ts'

/**
 * What the caller knows about a file besides its bytes. `encoding` and `format` override detection; the rest only helps
 * it.
 */
export interface ReadOptions {
  readonly fileName?: string
  readonly mimeType?: string
  readonly encoding?: string
  readonly format?: string
}

export interface ReadResult {
  /** `null` if nothing could be read; then one of `problems` is the error. */
  readonly transcript: Transcript | null
  /** The id of the format that was used. */
  readonly format: string | null
  /** The WHATWG label of the encoding that was used. */
  readonly encoding: string
  /** The formats that the file may be in, the likeliest first. */
  readonly candidates: readonly Candidate[]
  readonly problems: readonly Problem[]
}

/** Starts loading the reader for a file's extension, while the file itself is still loading. */
export async function prepareReader(fileName: string): Promise<void> {
  const extension = extensionOf(fileName)
  await formats.find(({ extensions }) => extensions.includes(extension))?.load()
}

/** Reads a transcript in any registered format. Never rejects because of bad input. */
export async function readTranscript(
  bytes: Uint8Array,
  hint: ReadOptions = {},
): Promise<ReadResult> {
  const name = presentName(hint.fileName)
  const refused = refuseBytes(bytes, name)
  if (refused !== null) return failed(refused)

  // archives and EBU subtitles are not text; their readers decode the parts inside
  const isPacked = isZip(bytes) || isEbuStl(bytes)
  const { text, encoding, problems } = isPacked
    ? { text: '', encoding: 'utf-8', problems: [] }
    : await decodeText(bytes, name, hint.encoding)
  const source = createSource(bytes, text, name, hint.fileName ?? '')
  const head = headOf(source)
  if (text.trim() === '' && !isPacked) {
    const message = `${name} contains only blanks. Choose another file.`
    return failed({ code: 'file-empty', severity: 'error', message }, { encoding })
  }

  const named = hint.format === undefined ? refuseByName(head.text, name) : null
  if (named !== null) return failed(named, { encoding })

  const candidates = rankFormats(formats, head, hint.mimeType)
  const format = chooseFormat(candidates, hint.format)
  if (format === null) {
    const problem =
      brokenJson(source) ?? refuseText(head.text, name) ?? unknownFormat(name, hint.format)
    return failed(problem, { encoding, candidates })
  }
  try {
    const read = await format.load()
    const finished = finishTranscript(await read(source), name)
    const known = damageShown(problems, finished.transcript)
    const all = quoteLines([...known, ...finished.problems], text)
    const transcript = all.some(isError) ? null : finished.transcript
    return { transcript, format: format.id, encoding, candidates, problems: all }
  } catch (error) {
    return failed(readerFailed(name, format, error), { encoding, candidates })
  }
}

/**
 * Drops the report of undecodable characters if the displayed texts contain none: whisper.cpp splits characters only in
 * tokens.
 */
function damageShown(problems: readonly Problem[], transcript: Transcript): readonly Problem[] {
  if (!problems.some(isDamage)) return problems
  const { title = '', chapters, speakers, segments } = transcript
  const isShown =
    title.includes('\uFFFD') ||
    chapters.some((chapter) => chapter.title.includes('\uFFFD')) ||
    speakers.some(({ name }) => name.includes('\uFFFD')) ||
    segments.some(({ text }) => text.includes('\uFFFD'))
  return isShown ? problems : problems.filter((problem) => !isDamage(problem))
}

function isDamage({ code }: Problem): boolean {
  return code === 'encoding-damaged'
}

function chooseFormat(candidates: readonly Candidate[], wanted: string | undefined): Format | null {
  const id = wanted ?? candidates[0]?.format
  return formats.find((format) => format.id === id) ?? null
}

function createSource(
  bytes: Uint8Array,
  text: string,
  name: string,
  fileName: string,
): TranscriptFile {
  let parsed: JsonDocument | null | undefined
  return {
    name,
    fileName,
    text,
    bytes,
    json: () => (parsed === undefined ? (parsed = parseJson(text, name)) : parsed),
  }
}

function headOf(source: TranscriptFile): FileHead {
  return {
    text: source.text.slice(0, headLength),
    bytes: source.bytes.subarray(0, headLength),
    fileName: source.fileName,
    extension: extensionOf(source.fileName),
    json: source.json,
  }
}

function failed(
  problem: Problem,
  known: { encoding?: string; candidates?: readonly Candidate[] } = {},
): ReadResult {
  const { encoding = 'utf-8', candidates = [] } = known
  return { transcript: null, format: null, encoding, candidates, problems: [problem] }
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

function readerFailed(name: string, format: Format, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : 'no reason given'
  return {
    code: 'reader-failed',
    severity: 'error',
    message: `${name} could not be read as ${format.name} (${reason}). Reload the page and try again, or choose another format.`,
  }
}
