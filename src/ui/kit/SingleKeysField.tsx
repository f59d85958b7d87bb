import { changePreferences } from '#commands/preferences.ts'
import type { Preferences } from '#state/app-state.ts'
import { useApp, useFact } from './app-context.ts'

/** WCAG 2.1.4: keys without a modifier can be turned off, or limited to where the focus is. */
export function SingleKeysField() {
  const app = useApp()
  const singleKeys = useFact(({ preferences }) => preferences.singleKeys)
  return (
    <label className="kit-field">
      <span>Single keys work</span>
      <select
        value={singleKeys}
        onChange={(event) =>
          changePreferences(app, {
            singleKeys: event.target.value as Preferences['singleKeys'],
          })
        }
      >
        <option value="everywhere">everywhere on the page</option>
        <option value="focused">only when the player or the transcript has focus</option>
        <option value="off">never</option>
      </select>
      <small>Keys marked “always”, and those of a control that has focus, are not affected.</small>
    </label>
  )
}
