// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { commands } from '#commands/commands.ts'
import { createKeymap } from '#commands/keymap.ts'
import { listenToKeys } from '#commands/keyboard.ts'
import { spoken } from '../../support/transcripts.ts'
import { startCommands } from './run-commands.ts'

let lifetime = new AbortController()
afterEach(() => {
  lifetime.abort()
  lifetime = new AbortController()
  document.body.replaceChildren()
})

function startKeys() {
  const started = startCommands({ transcript: spoken('0 The 0.5 city 1 | 2 I 2.5 see 3') })
  const { signal } = lifetime
  listenToKeys(started.context, { keymap: createKeymap(commands), page: document, signal })
  const press = (...keys: readonly string[]) => {
    for (const key of keys)
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  }
  return { ...started, press }
}

test('what is typed before the search field is there is searched for, and runs no command', () => {
  const { press, store } = startKeys()
  press('/', 'c', 'i', 't', 'y', 'x', 'Backspace')
  const { search, dialog } = store.getState()
  expect(search).toMatchObject({ isOpen: true, query: 'city', hits: [{ line: 0 }] })
  expect(dialog).toBeNull()
  press('Escape')
  expect(store.getState().search.isOpen).toBe(false)
})

test('once the field is there, keys outside of it run commands again', () => {
  const { press, store } = startKeys()
  press('/')
  const field = document.createElement('input')
  field.dataset['keys'] = 'search'
  document.body.append(field)
  press('i')
  expect(store.getState().search.query).toBe('')
  expect(store.getState().dialog).toBe('reading')
})
