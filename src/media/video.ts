/** Whether the media has a picture and sound. */
export interface VideoReport {
  kind: 'picture'
  /** CSS pixels, after rotation and with square pixels. `null`: audio only. */
  picture: { width: number; height: number } | null
  /** Where the browser does not say, `true`. */
  hasSound: boolean
}

/**
 * Reports whether the open media has a picture, as soon as the element knows. Cover art does not count: no browser
 * reports a size for it (tested with covers in M4A, MP3 and FLAC, and an M4A with a track of one JPEG, in Chromium 156,
 * Firefox 153 and WebKitGTK 2.50). Nothing is reported while media loads, or reloads after a failure, so that the
 * picture does not flicker.
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

/** Non-standard properties that say whether a film has sound: Firefox, WebKit, Chromium. */
interface AudioTrackHints {
  readonly mozHasAudio?: boolean
  readonly audioTracks?: { readonly length: number }
  /** Bytes; above 0 once the film can play, if it has sound. */
  readonly webkitAudioDecodedByteCount?: number
}

/** Certain only once the element can play; `false` until then. */
function isSilent(film: HTMLVideoElement & AudioTrackHints): boolean {
  if (film.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return false
  const { mozHasAudio, audioTracks, webkitAudioDecodedByteCount } = film
  if (mozHasAudio !== undefined) return !mozHasAudio
  if (audioTracks) return audioTracks.length === 0
  return webkitAudioDecodedByteCount === 0
}
