import { looksLikePeaks, peaksHeadLength } from '#audio/peaks/audiowaveform/looks-like-peaks.ts'
import { detectMedia } from '#formats/parsing/media-magic.ts'

export interface SortedFiles {
  /** The first recording. */
  readonly recording: File | null
  readonly transcripts: readonly File[]
  /** The first peaks file. */
  readonly peaks: File | null
  /** Further peaks files, which are not opened. */
  readonly morePeaks: readonly File[]
  /** Further recordings, which are not opened. */
  readonly moreRecordings: readonly File[]
  /** Folders, and files that no longer exist. */
  readonly unreadable: readonly File[]
}

const mediaHeadLength = 64

type Kind = 'recording' | 'transcript' | 'peaks' | 'unreadable'

/** Sorts files by their first bytes; where these do not decide, by their type. */
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
  // An MP3 may begin with unknown padding; a text file with an audio type is still text.
  return saysMedia && head.includes(0) ? 'recording' : 'transcript'
}
