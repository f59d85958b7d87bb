import { looksLikePeaks, peaksHeadLength } from '#audio/peaks/audiowaveform/looks-like-peaks.ts'
import { detectMedia } from '#formats/parsing/media-magic.ts'

export interface SortedFiles {
  /** The first recording among them, if there is one. */
  readonly recording: File | null
  readonly transcripts: readonly File[]
  /** The first file of peaks among them; there is one waveform. */
  readonly peaks: File | null
  /** Files of peaks after the first, which are not opened. */
  readonly morePeaks: readonly File[]
  /** Recordings after the first, which are not opened. */
  readonly moreRecordings: readonly File[]
  /** Folders, and files that have gone. */
  readonly unreadable: readonly File[]
}

const mediaHeadLength = 64

type Kind = 'recording' | 'transcript' | 'peaks' | 'unreadable'

/** Tells recordings, transcripts and peaks apart by what is in them; by their type where the content does not tell. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const kinds = await Promise.all(files.map(kindOf))
  const ofKind = (kind: Kind) => files.filter((_, at) => kinds[at] === kind)
  const [recording = null, ...moreRecordings] = ofKind('recording')
  const [peaks = null, ...morePeaks] = ofKind('peaks')
  return {
    recording,
    moreRecordings,
    peaks,
    morePeaks,
    transcripts: ofKind('transcript'),
    unreadable: ofKind('unreadable'),
  }
}

async function kindOf(file: File): Promise<Kind> {
  let head: Uint8Array
  try {
    head = new Uint8Array(await file.slice(0, peaksHeadLength).arrayBuffer())
  } catch {
    return 'unreadable'
  }
  if (looksLikePeaks(head, file.name)) return 'peaks'
  head = head.subarray(0, mediaHeadLength)
  if (detectMedia(head)) return 'recording'
  const saysMedia = /^(audio|video)\//.test(file.type)
  // An MP3 may begin with padding that nobody knows; text that is called audio is still text.
  return saysMedia && head.includes(0) ? 'recording' : 'transcript'
}
