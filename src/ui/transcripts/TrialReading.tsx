import type { ReadingOrder } from '#session/transcripts/read-source.ts'
import type { ReadTranscript, TranscriptRecord } from '#state/transcripts.ts'
import type { Transcript } from '#transcript/transcript.ts'
import { formatClockTime } from '#transcript/format-time.ts'
import { useReading } from './use-reading.ts'

/** How many segments are shown. */
const shown = 5

/**
 * The first lines of the transcript as it is read now, or as `order` would read it, with how its speakers were told.
 */
export function TrialReading({
  record,
  order,
}: {
  record: TranscriptRecord
  order: ReadingOrder | null
}) {
  const reading = useReading(order)
  const read = order === null ? record : reading?.read
  const [failure] = reading?.failures ?? []
  return (
    <section className="transcripts-reading" aria-label="Preview" aria-busy={!read && !failure}>
      <p role="status">{read ? tellSpeakers(read) : (failure?.message ?? 'Reading the file…')}</p>
      {read ? <FirstLines transcript={read.read} /> : null}
    </section>
  )
}

function FirstLines({ transcript: { segments, speakers } }: { transcript: Transcript }) {
  const nameOf = new Map(speakers.map(({ id, name }) => [id, name]))
  return (
    <ul className="transcripts-first-lines">
      {segments.slice(0, shown).map(({ start, speaker, text }, at) => (
        <li key={at} dir="auto">
          {start === null ? null : <small>{formatClockTime(start)} </small>}
          {speaker === null ? null : <b>{nameOf.get(speaker)} </b>}
          {text.slice(0, 200)}
        </li>
      ))}
    </ul>
  )
}

const told = {
  format: 'named by the file itself',
  text: 'told by names that stand before the text',
  none: '',
} as const

/** “3 speakers, named by the file itself: Ada, Bob, Cleo.” */
function tellSpeakers({
  read: { speakers },
  source,
}: Pick<ReadTranscript, 'read' | 'source'>): string {
  if (speakers.length === 0) return 'No speakers are named. The transcript begins:'
  const count =
    speakers.length === 1 ? '1 speaker' : `${speakers.length.toLocaleString('en')} speakers`
  const names = speakers.slice(0, shown).map(({ name }) => name)
  const more = speakers.length > shown ? ' and others' : ''
  return `${count}, ${told[source.speakersFrom]}: ${names.join(', ')}${more}. The transcript begins:`
}
