import type { ByteSource } from '../byte-source.ts'
import { readId3Chapters } from './id3-chapters.ts'
import { readMp4Chapters } from './mp4-chapters.ts'
import type { RecordingChapter } from './recording-chapter.ts'

type ChapterReader = (source: ByteSource) => Promise<readonly RecordingChapter[]>

/** By the name of the container, as `AudioInfo` has it. */
const readers: Readonly<Record<string, ChapterReader>> = {
  MP3: readId3Chapters,
  MP4: readMp4Chapters,
  'QuickTime File Format': readMp4Chapters,
}

/** The chapters that a recording of this container names, in order of time. Rejects as `source.read` does. */
export async function readRecordingChapters(
  source: ByteSource,
  container: string,
): Promise<readonly RecordingChapter[]> {
  return (await readers[container]?.(source)) ?? []
}
