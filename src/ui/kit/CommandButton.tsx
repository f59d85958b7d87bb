import type { LucideIcon } from 'lucide-react'
import { commandNamed, runCommand } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { ariaKeys, firstKey } from '#commands/keymap.ts'
import { useApp, useFact } from './app-context.ts'
import './controls.css'

interface CommandButtonProps {
  readonly command: CommandId
  readonly icon: LucideIcon
  /** The label when the command depends on the state: "Pause" for play-pause. */
  readonly label?: string
  /** For toggle buttons. */
  readonly pressed?: boolean
  readonly expanded?: boolean
  /** `icon` and `main` show no label. */
  readonly look?: 'icon' | 'text' | 'main' | 'outlined' | 'strong'
  /** Characters beside the icon, hidden from assistive technology: the label has the full text. */
  readonly mark?: string
  readonly id?: string
  /** The id of the element that describes the consequences. */
  readonly describedBy?: string
}

/** A button that runs a command of the table, with its key in the tooltip. */
export function CommandButton(props: CommandButtonProps) {
  const { command: id, icon: Icon, look = 'icon', pressed } = props
  const app = useApp()
  const command = commandNamed(id)
  const isPossible = useFact((state) => command.isPossible?.(state) ?? true)
  const label = props.label ?? command.label
  const key = firstKey(command)
  const hasWords = look !== 'icon' && look !== 'main'
  return (
    <button
      type="button"
      id={props.id}
      className={`kit-button kit-button-${look}`}
      aria-label={hasWords ? undefined : label}
      aria-describedby={props.describedBy}
      aria-keyshortcuts={ariaKeys(command)}
      aria-pressed={pressed}
      disabled={!isPossible}
      title={key === null ? label : `${label} (${key})`}
      onClick={() => runCommand(app, id)}
    >
      <Icon aria-hidden="true" size={look === 'main' ? 24 : 20} strokeWidth={1.75} />
      {props.mark === undefined ? null : <small aria-hidden="true">{props.mark}</small>}
      {hasWords ? <span>{label}</span> : null}
    </button>
  )
}
