import { transcribeDraft } from '#alignment/draft-transcript.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'
import type { DecodableRecording } from './audio/open-decodable.ts'

/** The only language that the recogniser knows. */
const known = 'en'

/** `null`: not given. */
export const isDraftable = (language: string | null) =>
  language === null || new Intl.Locale(language).language === known

/**
 * Writes down what is said, a segment for each sentence, with times that are off by half a second or so; no
 * segment where nothing is said. Rejects as `transcribeDraft` does.
 */
export async function writeDraftTranscript(
  { decoder, duration }: Pick<DecodableRecording, 'decoder' | 'duration'>,
  {
    title,
    recogniser,
    onProgress,
  }: { title: string; recogniser: Recogniser; onProgress(done: number): void },
): Promise<Transcript> {
  const segments: Segment[] = []
  const steps = transcribeDraft({ recogniser, sound: decoder, duration, soFar: null })
  for await (const { lines, heardUntil } of steps) {
    for (const { text, from, to } of lines) {
      segments.push({ text, start: from, end: to, speaker: null, kind: 'speech', words: [] })
    }
    onProgress(duration > 0 ? Math.min(1, heardUntil / duration) : 0)
  }
  const timing = segments.length > 0 ? 'segment' : 'none'
  return { title, language: known, timing, speakers: [], chapters: [], segments }
}
