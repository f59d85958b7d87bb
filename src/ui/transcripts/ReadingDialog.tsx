import { useId, useState } from 'react'
import { closeDialog } from '#commands/dialogs.ts'
import { readableFormats } from '#session/transcripts/readable-formats.ts'
import { shownRecord } from '#state/transcripts.ts'
import type { TranscriptRecord, TranscriptSource } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'
import { encodings } from './encodings.ts'
import { TrialReading } from './TrialReading.tsx'
import './dialogs.css'

/** The format and encoding a transcript was read in, its problems, and a form to read it differently. */
export function ReadingDialog() {
  const app = useApp()
  const document = useFact((state) => state.document)
  const record = useFact(({ transcripts }) => shownRecord(transcripts))
  if (document.status !== 'open') return null
  return (
    <Dialog title={`How ${document.name} was read`} onClose={() => closeDialog(app)}>
      {record ? <ReadingForm key={record.id} record={record} /> : null}
      <h3 className="transcripts-problems-heading">
        {document.problems.length === 0 ? 'No problems were found.' : 'Problems'}
      </h3>
      <ul className="transcripts-problems">
        {document.problems.map((problem, index) => (
          <ProblemItem key={index} problem={problem} />
        ))}
      </ul>
    </Dialog>
  )
}

function ProblemItem({ problem: { line, message, quote } }: { problem: Problem }) {
  return (
    <li>
      <span dir="auto">{message}</span>
      {line === undefined || quote === undefined ? null : (
        <figure className="transcripts-problem-line">
          <figcaption>Line {line.toLocaleString('en')}</figcaption>
          <code dir="auto">{quote}</code>
        </figure>
      )}
    </li>
  )
}

/** Begins with the current format and encoding. Mounted again for each reading. */
function ReadingForm({ record }: { record: TranscriptRecord }) {
  const { transcripts } = useApp()
  const { source } = record
  const id = useId()
  const [format, setFormat] = useState(source.format)
  const [encoding, setEncoding] = useState(source.encoding)
  const [labels, setLabels] = useState(source.labels)
  const [shift, setShift] = useState(String(source.shift))
  const [failure, setFailure] = useState<string | null>(null)
  const order = { format, encoding, labels, shift: Number(shift) || 0 }
  const beginning = transcripts.decodedStart(encoding)
  const isChanged =
    format !== source.format ||
    encoding !== source.encoding ||
    labels !== source.labels ||
    order.shift !== source.shift
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        const problem = await transcripts.readAs(order)
        setFailure(problem?.message ?? null)
      }}
    >
      <div className="kit-field">
        <label htmlFor={`${id}-format`}>Read as</label>
        <FormatSelect
          id={`${id}-format`}
          value={format}
          likely={source.candidates}
          onChange={setFormat}
        />
      </div>
      {beginning === '' ? null : (
        <>
          <div className="kit-field">
            <label htmlFor={`${id}-encoding`}>Encoding</label>
            <EncodingSelect id={`${id}-encoding`} value={encoding} onChange={setEncoding} />
            <small>Change it if letters look wrong. The file begins:</small>
          </div>
          <pre
            className="transcripts-file-beginning"
            dir="auto"
            aria-label="How the file begins"
            role="group"
          >
            {beginning}
          </pre>
        </>
      )}
      <div className="kit-field">
        <label htmlFor={`${id}-labels`}>Speakers</label>
        <select
          id={`${id}-labels`}
          value={labels}
          onChange={(event) => setLabels(event.target.value as typeof labels)}
        >
          <option value="evidence">Found by evidence from the whole file</option>
          <option value="every">Every text before a colon is a speaker</option>
          <option value="none">No text before a colon is a speaker</option>
        </select>
        <small>Change it if names are missing, or text is taken for a name.</small>
      </div>
      <div className="kit-field">
        <label htmlFor={`${id}-shift`}>Move all times by (seconds)</label>
        <input
          id={`${id}-shift`}
          type="number"
          step="any"
          value={shift}
          onChange={(event) => setShift(event.target.value)}
        />
        <small>More than 0: later. Less than 0: earlier.</small>
      </div>
      <TrialReading record={record} order={isChanged ? order : null} />
      <p role="alert" className="transcripts-failure">
        {failure}
      </p>
      <div className="kit-dialog-actions">
        <button type="submit" className="kit-button kit-button-strong" disabled={!isChanged}>
          Read again
        </button>
      </div>
    </form>
  )
}

function FormatSelect({
  id,
  value,
  likely,
  onChange,
}: {
  id: string
  value: string
  likely: TranscriptSource['candidates']
  onChange: (format: string) => void
}) {
  const isLikely = new Set(likely.map(({ format }) => format))
  const optionOf = ({ format, name }: { format: string; name: string }) => (
    <option key={format} value={format}>
      {name}
    </option>
  )
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <optgroup label="Likely formats">{likely.map(optionOf)}</optgroup>
      <optgroup label="Other formats">
        {readableFormats.filter(({ format }) => !isLikely.has(format)).map(optionOf)}
      </optgroup>
    </select>
  )
}

function EncodingSelect({
  id,
  value,
  onChange,
}: {
  id: string
  value: string
  onChange: (encoding: string) => void
}) {
  const isListed = encodings.some(({ labels }) => labels.includes(value))
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      {isListed ? null : <option value={value}>{formatEncoding(value)}</option>}
      {encodings.map(({ region, labels }) => (
        <optgroup key={region} label={region}>
          {labels.map((label) => (
            <option key={label} value={label}>
              {formatEncoding(label)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}

const formatEncoding = (label: string) =>
  label.replace(/^(utf|iso|ibm|koi8|gb)/, (name) => name.toUpperCase())
