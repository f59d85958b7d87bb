import type { Preferences } from '#state/app-state.ts'
import type { CommandContext } from './command-context.ts'
import type { KeyPlace } from './command.ts'
import { keyName } from './keymap.ts'
import type { Keymap } from './keymap.ts'
import { search } from './searching.ts'

/**
 * Runs commands by key, for the whole page. Controls say what they are with `data-keys`, lines with
 * `data-line`, and the regions that count as "focused" for single keys with `data-region`.
 */
export function listenToKeys(
  context: CommandContext,
  { keymap, page, signal }: { keymap: Keymap; page: Document; signal: AbortSignal },
) {
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.isComposing) return
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (isSearchFieldAwaited(context, page)) return typeAhead(context, event)
      const target = event.target instanceof Element ? event.target : page.body
      const { preferences, dialog } = context.store.getState()
      const places =
        dialog === null ? placesFor(target, preferences.singleKeys) : (['always'] as const)
      const key = keyName(event)
      if (target.matches(takingArrows) && key.includes('Arrow')) return
      const found = keymap.find(key, places)
      if (!found) return
      event.preventDefault()
      // A key held down steps on and on, but turns nothing on and off.
      if (event.repeat && !found.command.repeats) return
      const { command, place } = found
      if (command.isPossible?.(context.store.getState()) === false) return
      command.run(context, { line: lineOf(target), place })
    },
    { signal },
  )
}

/** Search is open, and its field, which is loaded when it is first needed, is not there yet. */
const isSearchFieldAwaited = ({ store }: CommandContext, page: Document) =>
  store.getState().search.isOpen && page.querySelector('[data-keys="search"]') === null

/** What is typed before the search field is there belongs into it, and runs no command. */
function typeAhead(context: CommandContext, event: KeyboardEvent) {
  const { search: open, searchClosed } = context.store.getState()
  if (event.key === 'Escape') searchClosed()
  else if (event.key === 'Backspace') search(context, open.query.slice(0, -1))
  else if (event.key.length === 1) search(context, open.query + event.key)
  else return
  event.preventDefault()
}

/** In which of its places a key counts when this element has focus, the nearest first. */
export function placesFor(target: Element, singleKeys: Preferences['singleKeys']): KeyPlace[] {
  const places: KeyPlace[] = []
  const control = target.closest('[data-keys]')?.getAttribute('data-keys')
  if (control === 'slider' || control === 'time' || control === 'search') places.push(control)
  const takesKeysItself = target.matches(takingKeys)
  if (!takesKeysItself && !target.closest('dialog') && singleKeysWork(target, singleKeys)) {
    places.push('anywhere')
    if (!target.closest(focusable)) places.push('page')
  }
  places.push('always')
  return places
}

/** Where a person types. */
const takingKeys =
  'input:not([type=range], [type=checkbox]), textarea, [contenteditable]:not([contenteditable="false"])'
/** Volume, speed: the arrows are theirs, the letters are not. */
const takingArrows = 'input[type=range]:not([data-keys]), select'
const focusable =
  'input, textarea, select, button, a[href], summary, [tabindex="0"], [contenteditable]'

function singleKeysWork(target: Element, setting: Preferences['singleKeys']): boolean {
  if (setting === 'focused') return target.closest('[data-region]') !== null
  return setting === 'everywhere'
}

function lineOf(target: Element): number | null {
  const line = target.closest<HTMLElement>('[data-line]')?.dataset['line']
  return line === undefined ? null : Number(line)
}
