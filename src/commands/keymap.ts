import type { Command, KeyBinding, KeyPlace } from './command.ts'

/** Which command each key runs in each place. Throws if two commands claim the same key in one place. */
export function createKeymap<Id extends string>(commands: readonly Command<Id>[]) {
  const rows = new Map<string, Command<Id>>()
  for (const command of commands) {
    for (const binding of command.keys) {
      const row = rowName(binding)
      const other = rows.get(row)
      if (other) throw new Error(`"${row}" runs both ${other.id} and ${command.id}`)
      rows.set(row, command)
    }
  }
  return {
    /** The command for a key in the first of these places that has one. */
    find(
      key: string,
      places: readonly KeyPlace[],
    ): { command: Command<Id>; place: KeyPlace } | null {
      for (const place of places) {
        const command = rows.get(rowName({ key, on: place }))
        if (command) return { command, place }
      }
      return null
    },
  }
}

export type Keymap = ReturnType<typeof createKeymap>

const rowName = ({ key, on }: KeyBinding) => `${on} ${key}`

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>

/**
 * The name of a pressed key as the table writes it. Letters are upper case; where the layout writes none
 * of the Latin ones (Cyrillic, Arabic, Greek …), the letter at that place of a Latin keyboard counts.
 */
export function keyName({ key, code, shiftKey }: KeyPress): string {
  const shift = shiftKey ? 'Shift+' : ''
  if (/^[a-z]$/i.test(key)) return shift + key.toUpperCase()
  const latin = /^Key([A-Z])$/.exec(code)?.[1]
  if (latin !== undefined && key.length === 1 && key > '\u007F') return shift + latin
  const isSign = key.length === 1 && key !== ' '
  return isSign ? key : shift + key
}

const shown: Record<string, string> = {
  ' ': 'Space',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
}

/** `Shift+ArrowLeft` as a person reads it: `Shift + ←`. */
export function formatKey(key: string): string {
  const bare = key.replace(/^Shift\+/, '')
  const name = shown[bare] ?? bare
  return bare === key ? name : `Shift + ${name}`
}

/** The value of `aria-keyshortcuts` for a command: its keys that work away from any one control. */
export function ariaKeys(command: Command): string | undefined {
  const keys = command.keys.filter(({ on }) => on === 'anywhere' || on === 'always')
  return keys.map(({ key }) => (key === '+' ? 'Plus' : key)).join(' ') || undefined
}

/** The key to show beside a button. */
export const firstKey = (command: Command): string | null => {
  const binding = command.keys.find(({ on }) => on === 'anywhere')
  return binding ? formatKey(binding.key) : null
}
