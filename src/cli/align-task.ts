import { basename } from 'node:path'
import type {
  AlignedWord,
  AlignmentOutcome,
  AlignmentStep,
  AlignmentTally,
  LineIssue,
} from '#alignment/alignment-result.ts'
import type { Aligner } from '#alignment/aligner.ts'
import { isCredibleDraft } from '#alignment/credible-draft.ts'
import { languageSupport } from '#alignment/languages.ts'
import { guessLanguage } from '#alignment/language-guess.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import { scriptOfTranscript } from '#alignment/script-of-transcript.ts'
import { inTranscript } from '#alignment/known-timing.ts'
import { timedTranscript, withoutTimes } from '#alignment/timed-transcript.ts'
import { writeTranscript } from '#formats/write-transcript.ts'
import { writers } from '#formats/writers/registry.ts'
import { cutIntoCues } from '#transcript/caption-cues.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { writeDraftTranscript, isDraftable } from './write-draft.ts'
import { explainFailure, Failure, failureSentence } from './failure.ts'
import { readTranscriptFile, readingWarnings } from './read-transcript-file.ts'
import { withDisplacedLines } from './displaced-lines.ts'
import { estimatedNote, hardlyFoundNote, refusalOf, unheardNote } from './refusals.ts'
import type { AlignmentRefusal } from './refusals.ts'
import { reportOfTimes, reportWithout } from './report.ts'
import type { Findings, Report } from './report.ts'
import { recordSources, sourcesOf } from './made-from.ts'
import { openDecodable } from './audio/open-decodable.ts'
import type { DecodableRecording } from './audio/open-decodable.ts'
import type { Assignment } from './task.ts'
import { withUnheardCues } from './unheard-cues.ts'
import { writeWholeFile } from './whole-file.ts'

export interface AlignTaskPorts {
  /** Loads an aligner; callers cache it, because models take seconds to load. */
  alignerFor(language: string): Promise<Aligner>
  recogniser(): Promise<Recogniser>
  /** `done`: 0 to 1. */
  onProgress(done: number): void
}

/** Used when neither the options nor the transcript state the language, and it cannot be guessed. */
const fallbackLanguage = 'en'
/** BCP 47; there is no model for it, so times are estimated. */
const undetermined = 'und'
const noModel = 'The speech model could not be loaded'
/** Share of the progress of a draft that transcribing takes; the rest is alignment. */
const draftingShare = 0.8

/** Aligns one transcript and writes the result. Never rejects: failures are in the report. */
export async function alignTask(assignment: Assignment, ports: AlignTaskPorts): Promise<Report> {
  const begun = performance.now()
  const found: Findings = { notes: [] }
  // As they are now: they may be changed meanwhile.
  const sources = await sourcesOf(assignment).catch(() => null)
  const report = await work(assignment, found, ports).catch((error: unknown) =>
    reportWithout(assignment, { ...found, status: 'failed', why: failureSentence(error) }),
  )
  // Without the record, the result is done while it is newer than its sources.
  if (report.status === 'aligned' && sources) {
    await recordSources(assignment.out, sources).catch(() => undefined)
  }
  return { ...report, seconds: (performance.now() - begun) / 1000 }
}

async function work(
  assignment: Assignment,
  found: Findings,
  ports: AlignTaskPorts,
): Promise<Report> {
  const { text, again } = assignment
  if (text === null) return draftAndTime(assignment, found, ports)
  const read = await readTranscriptFile(text)
  if (read.kind === 'failed') throw new Failure(read.why)
  const { transcript } = read
  found.notes.push(...read.notes)
  if (transcript.timing !== 'none' && !again) {
    const why = `${text} has times already. Use --again to replace them.`
    return reportWithout(assignment, { ...found, status: 'skipped', why })
  }
  const language =
    assignment.language ?? transcript.language ?? guessLanguage(transcript) ?? fallbackLanguage
  return withRecording(assignment, found, (recording) =>
    timeText({ assignment, transcript, language, recording }, found, ports),
  )
}

async function draftAndTime(
  assignment: Assignment,
  found: Findings,
  ports: AlignTaskPorts,
): Promise<Report> {
  const { sound, language = null } = assignment
  if (!isDraftable(language)) {
    throw new Failure(
      `Drafts can be written in English only, not in ${language}. Give a transcript.`,
    )
  }
  return withRecording(assignment, found, async (recording) => {
    const draft = writeDraftTranscript(recording, {
      title: `Draft of ${basename(sound)}`,
      recogniser: await explainFailure(noModel, ports.recogniser()),
      onProgress: (done) => ports.onProgress(done * draftingShare),
    })
    const transcript = await explainFailure(`${sound} could not be transcribed`, draft)
    const work = { assignment, transcript, language: language ?? fallbackLanguage, recording }
    if (transcript.segments.length === 0) return refuse('no-speech', work, found)
    return timeText(work, found, {
      ...ports,
      onProgress: (done) => ports.onProgress(draftingShare + done * (1 - draftingShare)),
    })
  })
}

async function withRecording(
  { sound, decoder }: Assignment,
  found: Findings,
  workOn: (recording: DecodableRecording) => Promise<Report>,
): Promise<Report> {
  const recording = await explainFailure(`${sound} cannot be read`, openDecodable(sound, decoder))
  try {
    found.soundSeconds = recording.duration
    return await workOn(recording)
  } finally {
    await recording.close()
  }
}

interface Work {
  readonly assignment: Assignment
  readonly transcript: Transcript
  readonly language: string
  readonly recording: DecodableRecording
  /** Times are estimated, whatever the language. */
  readonly isEstimate?: true
}

async function timeText(work: Work, found: Findings, ports: AlignTaskPorts): Promise<Report> {
  const { alignerFor, onProgress } = ports
  const { assignment, transcript, language, recording } = work
  found.language = language
  const { duration, decoder } = recording
  const alignedAs = work.isEstimate ? undetermined : language
  const { script, places } = scriptOfTranscript(transcript, { language: alignedAs })
  const words: AlignedWord[] = []
  const issues: LineIssue[] = []
  const aligner = await explainFailure(noModel, alignerFor(alignedAs))
  const isDraft = assignment.text === null
  const order = { script, anchors: [], duration, soFar: null }
  const steps = aligner.align(isDraft ? { ...order, isOfThisAudio: true } : order, decoder)
  const finding = lastOf(steps, (step) => {
    for (const word of step.words) words.push(word)
    for (const issue of step.issues) issues.push(issue)
    onProgress(duration > 0 ? Math.min(1, step.heardUntil / duration) : 0)
  })
  const outcome = await explainFailure('The words could not be found', finding)
  if (outcome.kind === 'refused') {
    const { why } = outcome
    if (isDraft && why === 'not-together') return refuse('not-english', work, found)
    // Another language's model is no evidence that text and sound do not belong together.
    const isWeak = why === 'not-together' && languageSupport(language)?.quality !== 'own-model'
    if (!isWeak) return refuse(why, work, found)
    found.notes.push(hardlyFoundNote({ ...assignment, language }))
    return timeText({ ...work, isEstimate: true }, found, ports)
  }
  if (isDraft && !isCredibleDraft(outcome.tally)) return refuse('not-english', work, found)
  // A draft's times are from this audio; a transcript's own times may be from another edit of it.
  const base = isDraft ? transcript : withoutTimes(transcript)
  const { method } = outcome
  const isRetimed = !isDraft && transcript.timing !== 'none' && method === 'heard'
  const heard = { words, issues, tally: outcome.tally }
  const { tally, ...times } = isRetimed
    ? await withDisplacedLines(heard, { aligner, decoder, script, duration })
    : heard
  const timed = timedTranscript(base, inTranscript(times, places))
  const shown = isRetimed
    ? keepUnheardCues(timed, work, found)
    : cutIntoCues(timed, assignment.format)
  found.notes.push(...(await write(assignment, { ...shown, language })))
  if (method === 'estimated' && !work.isEstimate) found.notes.push(estimatedNote(language))
  return reportOfTimes(assignment, { ...found, method, tally: wholeTally(tally) })
}

function refuse(why: AlignmentRefusal, { assignment, language }: Work, found: Findings): Report {
  const sentence = refusalOf(why, { ...assignment, language })
  return reportWithout(assignment, { ...found, language, status: 'refused', why: sentence })
}

/** In formats that cannot hold a cue without a time, what was not heard keeps about the time it had. */
function keepUnheardCues(
  timed: Transcript,
  { assignment: { format }, transcript }: Work,
  found: Findings,
): Transcript {
  if (!writers.some(({ id, needsTimes }) => id === format && needsTimes)) return timed
  const { transcript: whole, kept } = withUnheardCues(timed, transcript)
  if (kept > 0) found.notes.push(unheardNote(kept))
  return whole
}

/** Only the counts that the report has. */
const wholeTally = ({ sure, unsure, notHeard }: AlignmentTally) => ({ sure, unsure, notHeard })

async function lastOf(
  steps: AsyncGenerator<AlignmentStep, AlignmentOutcome, void>,
  take: (step: AlignmentStep) => void,
): Promise<AlignmentOutcome> {
  for (;;) {
    const next = await steps.next()
    if (next.done === true) return next.value
    take(next.value)
  }
}

/** Writes the transcript; returns warnings about what the format cannot hold. */
async function write({ out, format, sound }: Assignment, timed: Transcript): Promise<string[]> {
  const { text, bytes, problems } = await writeTranscript(timed, format, {
    fileName: basename(sound),
  })
  const content = text ?? bytes
  if (content === undefined)
    throw new Failure(problems[0]?.message ?? `${out} could not be written.`)
  await explainFailure(`${out} could not be written`, writeWholeFile(out, content))
  return readingWarnings(problems)
}
