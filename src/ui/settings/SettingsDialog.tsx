import type { ReactNode } from 'react'
import { changePreferences } from '#commands/preferences.ts'
import { closeDialog } from '#commands/dialogs.ts'
import type { Preferences } from '#state/app-state.ts'
import { useApp, useFact } from '#ui/kit/app-context.ts'
import { Dialog } from '#ui/kit/Dialog.tsx'
import { SingleKeysField } from '#ui/kit/SingleKeysField.tsx'
import { StoredModelsRow } from './StoredModelsRow.tsx'
import { StoredWaveformsRow } from './StoredWaveformsRow.tsx'
import { StoredPositionsRow } from './StoredPositionsRow.tsx'
import type { PositionsToDelete } from './StoredPositionsRow.tsx'
import type { StoredWaveforms } from './StoredWaveformsRow.tsx'

interface StoredThings {
  readonly waveforms: StoredWaveforms
  readonly positions: PositionsToDelete
}

export function SettingsDialog({ stored }: { stored: StoredThings }) {
  const app = useApp()
  const preferences = useFact((state) => state.preferences)
  const change = (changes: Partial<Preferences>) => changePreferences(app, changes)
  return (
    <Dialog title="Settings" onClose={() => closeDialog(app)}>
      <label className="kit-field">
        <span>Theme</span>
        <select
          value={preferences.theme}
          onChange={(event) => change({ theme: event.target.value as Preferences['theme'] })}
        >
          <option value="system">same as the system</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select>
      </label>
      <Range
        label="Text size"
        value={preferences.textSize}
        {...{ min: 0.8, max: 2, step: 0.1 }}
        format={(value) => `${Math.round(value * 100)} %`}
        onChange={(textSize) => change({ textSize })}
      />
      <Range
        label="Line spacing"
        value={preferences.lineSpacing}
        {...{ min: 1.25, max: 2.25, step: 0.1 }}
        format={(value) => value.toFixed(2)}
        onChange={(lineSpacing) => change({ lineSpacing })}
      />
      <label className="kit-field">
        <span>Lines</span>
        <select
          value={preferences.grouping}
          onChange={(event) => change({ grouping: event.target.value as Preferences['grouping'] })}
        >
          <option value="paragraphs">paragraphs</option>
          <option value="segments">one line for each cue of the file</option>
        </select>
      </label>
      <SingleKeysField />
      <Check
        label="A click on a word also plays"
        checked={preferences.clickAlsoPlays}
        onChange={(clickAlsoPlays) => change({ clickAlsoPlays })}
      />
      <label className="kit-field">
        <span>Skip pauses</span>
        <select
          value={preferences.skipPauses ? preferences.skipPausesOver : ''}
          onChange={({ target: { value } }) =>
            change(
              value === ''
                ? { skipPauses: false }
                : { skipPauses: true, skipPausesOver: Number(value) },
            )
          }
        >
          <option value="">never</option>
          {[1, 2, 3, 5, 10].map((seconds) => (
            <option key={seconds} value={seconds}>
              longer than {seconds} {seconds === 1 ? 'second' : 'seconds'}
            </option>
          ))}
        </select>
        <small>
          Where the sound is silent. Until it has been looked at: where the transcript has no words
          and no sounds.
        </small>
      </label>
      <Range
        label="Headphone delay"
        value={preferences.outputLatencyMs}
        {...{ min: 0, max: 500, step: 10 }}
        format={(value) => `${value} ms`}
        onChange={(outputLatencyMs) => change({ outputLatencyMs })}
        note="Wireless headphones play late; the marked word waits for them."
      />
      <Check
        label="Store waveforms on this computer"
        note="The next time they are shown at once, and so are the times of words that were found and the drafts that this page wrote. No audio, no text of yours and no names are stored with them."
        checked={preferences.keepPeaks}
        onChange={(keepPeaks) => change({ keepPeaks })}
      />
      <StoredWaveformsRow storedWaveforms={stored.waveforms} />
      <Check
        label="Find the words automatically when a transcript has no times"
        note="When a recording is opened with such a text. It loads the speech model of the language, if it is not here yet."
        checked={preferences.findWordsByItself}
        onChange={(findWordsByItself) => change({ findWordsByItself })}
      />
      <StoredModelsRow />
      <p className="settings-note">
        Where you were in a recording is stored, too, with its speed and volume. The recording is
        recognised by a number that is made of its name, size and date; the name itself is not
        stored.
      </p>
      <StoredPositionsRow positions={stored.positions} />
      <Check
        label="Announce each line as it is spoken"
        note="For braille displays. Screen readers will speak over the sound."
        checked={preferences.announceLines}
        onChange={(announceLines) => change({ announceLines })}
      />
    </Dialog>
  )
}

interface RangeProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly note?: string
  format(value: number): string
  onChange(value: number): void
}

function Range({ label, note, value, format, onChange, ...limits }: RangeProps) {
  return (
    <label className="kit-field">
      <span>
        {label}: {format(value)}
      </span>
      <input
        type="range"
        {...limits}
        value={value}
        aria-valuetext={format(value)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      {note === undefined ? null : <small>{note}</small>}
    </label>
  )
}

interface CheckProps {
  readonly label: string
  readonly note?: ReactNode
  readonly checked: boolean
  onChange(checked: boolean): void
}

function Check({ label, note, checked, onChange }: CheckProps) {
  return (
    <label className="kit-check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note === undefined ? null : <small>{note}</small>}
      </span>
    </label>
  )
}
