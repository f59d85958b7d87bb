import { transcribeDraft } from '#alignment/draft-transcript.ts'
import type { Recogniser } from '#alignment/recogniser/recogniser.ts'
import type { Segment, Transcript } from '#transcript/transcript.ts'
import type { DecodableRecording } from './audio/open-decodable.ts'

/** The only language of the recogniser. */
const draftLanguage = 'en'

/** Whether a draft can be written in a language; `null`: not given. */
export const isDraftable = (language: string | null) =>
  language === null || new Intl.Locale(language).language === draftLanguage

/**
 * Transcribes a recording, one segment for each sentence. Times are off by about half a second. No segments if nothing is
 * said. Rejects like `transcribeDraft`.
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
  return { title, language: draftLanguage, timing, speakers: [], chapters: [], segments }
}
