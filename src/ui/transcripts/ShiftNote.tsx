import { useMemo, useState } from 'react'
import { shownRecord } from '#state/transcripts.ts'
import type { TranscriptRecord } from '#state/transcripts.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { timesOutside } from '#transcript/times-outside.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { describeShift } from './describe-shift.ts'

/** Says that the times of the transcript are outside of the recording, and offers to move them; then, to put them back. */
export function ShiftNote() {
  const record = useFact(({ transcripts }) => shownRecord(transcripts))
  const duration = useFact(({ recording }) =>
    recording.status === 'open' ? recording.duration : 0,
  )
  if (!record || record.draft) return null
  return <NoteOf record={record} duration={duration} />
}

function NoteOf({ record, duration }: { record: TranscriptRecord; duration: number }) {
  const { transcripts } = useApp()
  const { source, read, timed } = record
  const outside = useMemo(() => timesOutside(timed ?? read, duration), [timed, read, duration])
  const [failure, setFailure] = useState<string | null>(null)
  const move = async (shift: number) => {
    const { format, encoding, labels } = source
    const problem = await transcripts.readAs({ format, encoding, labels, shift })
    setFailure(problem?.message ?? null)
  }
  if (failure !== null) return <p className="kit-note">{failure}</p>
  if (outside) {
    return (
      <p className="kit-note">
        The times of <bdi>{source.name}</bdi> are outside of the recording: they begin at{' '}
        {formatClockTime(outside.first)}, and the recording ends at {formatClockTime(duration)}.{' '}
        <button
          type="button"
          className="kit-link"
          onClick={() => void move(source.shift + outside.shift)}
        >
          Move them {describeShift(outside.shift)}
        </button>
      </p>
    )
  }
  if (source.shift === 0) return null
  return (
    <p className="kit-note">
      The times of <bdi>{source.name}</bdi> were moved {describeShift(source.shift)}.{' '}
      <button type="button" className="kit-link" onClick={() => void move(0)}>
        Put them back
      </button>
    </p>
  )
}
