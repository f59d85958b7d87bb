import { X } from 'lucide-react'
import { dismissAlert } from '#commands/notices.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { LineAnnouncer } from './LineAnnouncer.tsx'
import { MissingParts } from './MissingParts.tsx'
import { useSettledStatus } from './use-settled-status.ts'
import './notices.css'

/** The two live regions: `status` for results of commands, `alert` for problems. */
export function Notices() {
  const status = useSettledStatus()
  const announces = useFact(({ preferences }) => preferences.announceLines)
  return (
    <>
      <div className="notices-alert-place" role="alert">
        <Failure />
        <Alert />
        <MissingParts />
      </div>
      <div role="status" className="notices-status" data-empty={status === ''}>
        {status}
      </div>
      {announces ? <LineAnnouncer /> : null}
    </>
  )
}

function Failure() {
  const { player } = useApp()
  const failure = useFact(({ playback }) => playback.failure)
  if (!failure) return null
  return (
    <div className="notices-alert">
      <p>{failure.message}</p>
      <button
        type="button"
        className="kit-button kit-button-outlined"
        onClick={() => player.retry()}
      >
        Try again
      </button>
    </div>
  )
}

function Alert() {
  const app = useApp()
  const alert = useFact(({ notices }) => notices.alert)
  if (!alert) return null
  return (
    <div className="notices-alert" data-severity={alert.severity}>
      <p>{alert.message}</p>
      <button
        type="button"
        className="kit-button"
        aria-label="Dismiss"
        onClick={() => dismissAlert(app)}
      >
        <X aria-hidden="true" size={20} />
      </button>
    </div>
  )
}
