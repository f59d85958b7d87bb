import type { VideoReport } from '#media/video.ts'
import type { MediaFailure, PlayerReport } from '#media/player.ts'
import type { AppState, AppStore } from '#state/store.ts'
import type { Problem } from '#transcript/problem.ts'

/** Rejects with what the server of an address answered, if that is an error; its message completes "The sound stopped:". */
export type AskServer = (address: string, onWait: (delayMs: number) => void) => Promise<unknown>

/**
 * Records the reports of the player and of the picture in the store. The browser says only that a recording stopped loading:
 * its server is asked why.
 */
export function recordReports(store: AppStore, askServer?: AskServer) {
  async function explainByServer() {
    const { recording, playback } = store.getState()
    if (!askServer || recording.status !== 'open' || recording.sharedAddress === null) return
    let { failure } = playback
    const say = (message: string) => {
      const { playback, playbackFailed } = store.getState()
      if (failure === null || playback.failure !== failure) return
      failure = { ...failure, message }
      playbackFailed(failure)
    }
    const busy = 'The sound stopped, because its server is busy. Try again in'
    try {
      await askServer(recording.sharedAddress, (delayMs) =>
        say(`${busy} ${Math.ceil(delayMs / 1000)} seconds.`),
      )
    } catch (error) {
      const hasAnswered = error instanceof Error && Number(Reflect.get(error, 'status')) > 0
      if (hasAnswered) say(`The sound stopped: ${error.message}. Try again later.`)
    }
  }

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
        state.playbackFailed(explain(report.reason, state.recording))
        if (['network', 'unsupported'].includes(report.reason)) void explainByServer()
        return
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
      'The sound stopped at a place that this browser cannot decode. Try again to continue a second later, or seek past it.',
    output: 'No audio output device is available. Connect or choose one, then try again.',
    unsupported:
      'The recording can no longer be played, because its file or address is gone. Open it again.',
    blocked: 'The browser allows sound only after a click or a key. Press play.',
  }
  return { code: `playback-${reason}`, severity: 'error', message: sentences[reason] }
}
