import { Info } from 'lucide-react'
import { closeDialog } from '#commands/dialogs.ts'
import type { Command, CommandGroup, KeyPlace } from '#commands/command.ts'
import { commands } from '#commands/commands.ts'
import { formatKey } from '#commands/keymap.ts'
import { useApp } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { Dialog } from '#ui/kit/Dialog.tsx'
import { SingleKeysField } from '#ui/kit/SingleKeysField.tsx'
import './help.css'

const groups: readonly CommandGroup[] = [
  'Play',
  'Move',
  'Read',
  'Search',
  'Repeat and skip',
  'Waveform',
  'Timing',
  'App',
]

const places: Record<KeyPlace, string> = {
  always: 'always',
  anywhere: '',
  page: 'when nothing is focused',
  slider: 'on the waveform',
  time: "on a line's time",
  search: 'in the search field',
}

export function HelpDialog() {
  const app = useApp()
  return (
    <Dialog title="Keys" onClose={() => closeDialog(app)}>
      <SingleKeysField />
      {groups.map((group) => (
        <section key={group}>
          <h3>{group}</h3>
          <table className="help-keys">
            <tbody>
              {commands
                .filter((command) => command.group === group && !isTenth(command))
                .map((command) => (
                  <KeyRow key={command.id} command={command} />
                ))}
              {group === 'Move' ? (
                <tr>
                  <th scope="row">
                    <kbd>0</kbd> … <kbd>9</kbd> <small>on the waveform</small>
                  </th>
                  <td>Go to that many tenths of the recording</td>
                </tr>
              ) : null}
            </tbody>
          </table>
        </section>
      ))}
      <CommandButton command="about" icon={Info} look="text" />
    </Dialog>
  )
}

/** Ten commands that the table shows in one row. */
const isTenth = ({ id }: Command) => id.startsWith('to-tenth-')

/** A key that works anywhere is not repeated for single controls. */
function keysToShow({ keys }: Command) {
  const anywhere = new Set(keys.filter(({ on }) => on === 'anywhere').map(({ key }) => key))
  return keys.filter(({ key, on }) => on === 'anywhere' || !anywhere.has(key))
}

function KeyRow({ command }: { command: Command }) {
  return (
    <tr>
      <th scope="row">
        {keysToShow(command).map(({ key, on }) => (
          <span key={`${on} ${key}`} className="help-key">
            <kbd>{formatKey(key)}</kbd> {places[on] === '' ? null : <small>{places[on]}</small>}
          </span>
        ))}
      </th>
      <td>{command.help}</td>
    </tr>
  )
}
