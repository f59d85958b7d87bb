import type { Chapter, Segment, Transcript, Word } from './transcript.ts'

/**
 * The transcript with `by` seconds added to each of its times. What would begin before 0 begins at 0; segments that
 * would end before 0 lose their times, and keep their place in the text.
 */
export function shiftTimes(transcript: Transcript, by: number): Transcript {
  if (by === 0) return transcript
  const moved = (time: number) => Math.max(0, Math.round((time + by) * 1e6) / 1e6)
  const moveWord = (word: Word): Word => ({
    ...word,
    start: moved(word.start),
    end: moved(word.end),
  })
  const moveSegment = (segment: Segment): Segment => {
    const { start, end, words } = segment
    if (start === null || end === null) return { ...segment, words: words.map(moveWord) }
    if (end + by <= 0) return { ...segment, start: null, end: null, words: [] }
    return {
      ...segment,
      start: moved(start),
      end: moved(end),
      words: words.filter((word) => word.end + by > 0).map(moveWord),
    }
  }
  const moveChapter = (chapter: Chapter): Chapter => ({ ...chapter, start: moved(chapter.start) })
  const segments = transcript.segments.map(moveSegment)
  return { ...transcript, segments, chapters: transcript.chapters.map(moveChapter) }
}
