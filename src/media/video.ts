/** What the media element shows, beside what it sounds. */
export interface VideoReport {
  kind: 'picture'
  /** CSS pixels, as the film wants to be shown: turned upright, pixels square. `null`: only sound. */
  picture: { width: number; height: number } | null
  /** Whether there is anything to hear; what a browser does not tell is taken for sound. */
  hasSound: boolean
}

/**
 * Reports whether what is open has a picture, as soon as the element knows. Cover art is none: no browser
 * gives it a size (an M4A, an MP3 and a FLAC with a cover, and an M4A with a track of one JPEG were tried in
 * Chromium 156, Firefox 153 and WebKitGTK 2.50). While something is loaded, or loaded again after a
 * failure, nothing is reported, so that a picture does not come and go.
 */
export function watchVideo(
  element: HTMLMediaElement,
  signal: AbortSignal,
  report: (report: VideoReport) => void,
) {
  if (!(element instanceof HTMLVideoElement)) return
  const look = () => {
    if (element.readyState < HTMLMediaElement.HAVE_METADATA) return
    const { videoWidth: width, videoHeight: height } = element
    const picture = width > 0 && height > 0 ? { width, height } : null
    report({ kind: 'picture', picture, hasSound: picture === null || !isSilent(element) })
  }
  for (const event of ['loadedmetadata', 'resize', 'canplay']) {
    element.addEventListener(event, look, { signal })
  }
}

/** What each engine says of a film's tracks, under a name of its own: Firefox, WebKit, Chromium. */
interface SaidOfSound {
  readonly mozHasAudio?: boolean
  readonly audioTracks?: { readonly length: number }
  /** Bytes; more than none by the time it can play. */
  readonly webkitAudioDecodedByteCount?: number
}

/** Known for sure when the element can play; until then it is not called silent. */
function isSilent(film: HTMLVideoElement & SaidOfSound): boolean {
  if (film.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return false
  const { mozHasAudio, audioTracks, webkitAudioDecodedByteCount } = film
  if (mozHasAudio !== undefined) return !mozHasAudio
  if (audioTracks) return audioTracks.length === 0
  return webkitAudioDecodedByteCount === 0
}
