import type { Problem } from '#transcript/problem.ts'
import type { Transcript } from '#transcript/transcript.ts'
import type { Candidate } from './detect.ts'
import { decodeText } from './parsing/encoding/decode.ts'
import { isEbuStl } from './parsing/encoding/ebu-stl.ts'
import { extensionOf, presentName } from './file-name.ts'
import { finishTranscript, isError } from './parsing/finish-transcript.ts'
import { chooseCommonFormat, type FormatChoice } from './format-choice.ts'
import { commonFormats } from './readers/common.ts'
import type { Format, TranscriptFile } from './readers/format.ts'
import type { LabelChoice, SpeakerEvidence } from './parsing/speakers/label-choice.ts'
import { refuseBytes } from './parsing/refusals/refuse-bytes.ts'
import { quoteLines } from './parsing/quote-lines.ts'
import { isPacked } from './parsing/is-packed.ts'

/**
 * What the caller knows about a file besides its bytes. `encoding`, `format` and `labels` override detection; the rest
 * only helps it.
 */
export interface ReadOptions {
  readonly fileName?: string
  readonly mimeType?: string
  readonly encoding?: string
  readonly format?: string
  /** Which words before colons are speakers. By default, evidence from the whole file decides. */
  readonly labels?: LabelChoice
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
  readonly speakersFrom: SpeakerEvidence
  readonly problems: readonly Problem[]
}

/** Starts loading the reader for a file's extension, while the file itself is still loading. */
export async function prepareReader(fileName: string): Promise<void> {
  const extension = extensionOf(fileName)
  const find = (formats: readonly Format[]) =>
    formats.find(({ extensions }) => extensions.includes(extension))
  const format = find(commonFormats) ?? find((await import('./readers/registry.ts')).formats)
  await format?.load()
}

/** Reads a transcript in any registered format. Never rejects because of bad input. */
export async function readTranscript(
  bytes: Uint8Array,
  hint: ReadOptions = {},
): Promise<ReadResult> {
  const name = presentName(hint.fileName)
  const refused = refuseBytes(bytes, name)
  if (refused !== null) return failed(refused)

  // archives, PDFs and EBU subtitles are not text; their readers decode the parts inside
  const isText = !isPacked(bytes) && !isEbuStl(bytes)
  const { text, encoding, problems } = !isText
    ? { text: '', encoding: 'utf-8', problems: [] }
    : await decodeText(bytes, name, hint.encoding)
  if (text.trim() === '' && isText) {
    const message = `${name} contains only blanks. Choose another file.`
    return failed({ code: 'file-empty', severity: 'error', message }, { encoding })
  }

  const { fileName = '', labels = 'evidence' } = hint
  const file = { name, fileName, text, bytes, labels }
  const choice = await choose(file, hint)
  const { format, candidates } = choice
  if (format === null) return failed(choice.problem, { encoding, candidates })
  try {
    const read = await format.load()
    const finished = finishTranscript(await read(choice.file), file)
    const known = damageShown(problems, finished.transcript)
    const all = quoteLines([...known, ...finished.problems], text)
    const transcript = all.some(isError) ? null : finished.transcript
    const { speakersFrom } = finished
    return { transcript, format: format.id, encoding, candidates, speakersFrom, problems: all }
  } catch (error) {
    return failed(readerFailed(name, format, error), { encoding, candidates })
  }
}

async function choose(
  file: Omit<TranscriptFile, 'json'>,
  { format, mimeType }: ReadOptions,
): Promise<FormatChoice> {
  // what is certainly WebVTT or SubRip is not JSON
  const common =
    format === undefined ? chooseCommonFormat({ ...file, json: () => null }, mimeType) : null
  if (common !== null) return common
  const { chooseFormat } = await import('./choose-format.ts')
  return chooseFormat(file, format, mimeType)
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

function failed(
  problem: Problem,
  known: { encoding?: string; candidates?: readonly Candidate[] } = {},
): ReadResult {
  const { encoding = 'utf-8', candidates = [] } = known
  return {
    transcript: null,
    format: null,
    encoding,
    candidates,
    speakersFrom: 'none',
    problems: [problem],
  }
}

function readerFailed(name: string, format: Format, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : 'no reason given'
  return {
    code: 'reader-failed',
    severity: 'error',
    message: `${name} could not be read as ${format.name} (${reason}). Try again, or choose another format.`,
  }
}
