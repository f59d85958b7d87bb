import type { VideoReport } from '#media/video.ts'
import type { MediaFailure, PlayerReport } from '#media/player.ts'
import type { AppState, AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'

/** Records the reports of the player and of the picture in the store. */
export function recordReports(store: AppStore) {
  return (report: PlayerReport | VideoReport) => {
    const state = store.getState()
    switch (report.kind) {
      case 'activity':
        return state.activityReported(report.activity)
      case 'duration':
        return state.durationReported(report.duration, report.seekable)
      case 'rate':
        return state.rateReported(report.rate)
      case 'volume':
        return state.volumeReported(report.volume, report.muted)
      case 'picture':
        return state.pictureReported(report.picture, report.hasSound)
      case 'failed':
        return state.playbackFailed(explain(report.reason, state.recording))
    }
  }
}

function explain(reason: MediaFailure, recording: AppState['recording']): Problem {
  const isFile = recording.status === 'open' && recording.sharedAddress === null
  const sentences: Record<MediaFailure, string> = {
    network: isFile
      ? 'The sound stopped, because the file can no longer be read: it was changed, moved or deleted. Open it again.'
      : 'The sound stopped, because the connection broke. Try again when you are online.',
    decode:
      'The sound stopped at a place that this browser cannot decode. Try again, or continue after it.',
    output: 'No audio output device is available. Connect or choose one, then try again.',
    unsupported:
      'The recording can no longer be played, because its file or address is gone. Open it again.',
    blocked: 'The browser allows sound only after a click or a key. Press play.',
  }
  return { code: `playback-${reason}`, severity: 'error', message: sentences[reason] }
}
