// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { commands } from '#commands/commands.ts'
import { placesFor } from '#commands/keyboard.ts'
import { createKeymap, keyName } from '#commands/keymap.ts'

describe('the table of commands', () => {
  test('has a unique id, a label and a help line for each', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length)
    for (const { id, label, help } of commands) {
      expect(label, id).toMatch(/^\S.*\S$/)
      expect(help, id).toMatch(/^[A-Z].{8,}/)
    }
  })

  test('has a key for every command, and no key twice in one place', () => {
    expect(() => createKeymap(commands)).not.toThrow()
    for (const { id, keys } of commands) expect(keys.length, id).toBeGreaterThan(0)
  })

  test('says which two commands want the same key', () => {
    const [first] = commands
    expect(() => createKeymap([first!, { ...first!, id: 'other' }])).toThrow(/play-pause and other/)
  })

  test('never takes the keys of the browser and of screen readers', () => {
    const untouchable = ['Tab', 'F1', 'F5', 'F6', 'F7', 'F11', 'Insert']
    const reading = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Enter']
    for (const { keys } of commands) {
      for (const { key, on } of keys) {
        expect(untouchable).not.toContain(key)
        if (on === 'anywhere' || on === 'page' || on === 'always')
          expect(reading).not.toContain(key)
      }
    }
  })

  // The key map of the design, accessibility.md.
  test.each([
    ['K', 'anywhere', 'play-pause'],
    ['J', 'anywhere', 'back-10'],
    ['L', 'anywhere', 'forward-10'],
    ['ArrowLeft', 'anywhere', 'back-5'],
    ['ArrowRight', 'anywhere', 'forward-5'],
    ['Shift+ArrowLeft', 'slider', 'back-1'],
    ['Shift+ArrowRight', 'time', 'forward-1'],
    [',', 'anywhere', 'previous-line'],
    ['.', 'anywhere', 'next-line'],
    ['R', 'anywhere', 'replay-line'],
    ['<', 'anywhere', 'slower'],
    ['>', 'anywhere', 'faster'],
    ['=', 'anywhere', 'normal-speed'],
    ['M', 'anywhere', 'mute'],
    ['F', 'anywhere', 'follow'],
    ['T', 'anywhere', 'focus-current-line'],
    ['W', 'anywhere', 'where-am-i'],
    ['/', 'anywhere', 'search'],
    ['?', 'anywhere', 'help'],
    [' ', 'page', 'play-pause'],
    ['F4', 'always', 'play-pause'],
    ['F2', 'always', 'back-10'],
    ['F8', 'always', 'forward-10'],
    ['ArrowUp', 'slider', 'forward-5'],
    ['ArrowDown', 'slider', 'back-5'],
    ['PageUp', 'slider', 'forward-30'],
    ['Home', 'slider', 'to-start'],
    ['7', 'slider', 'to-tenth-7'],
    ['ArrowUp', 'time', 'focus-previous-line'],
    ['End', 'time', 'focus-last-line'],
    ['PageDown', 'time', 'focus-page-down'],
    ['Enter', 'time', 'play-line'],
    ['Shift+Enter', 'time', 'cue-line'],
    [' ', 'time', 'play-line'],
    ['Escape', 'time', 'leave-lines'],
    ['Enter', 'search', 'next-hit'],
    ['Shift+Enter', 'search', 'previous-hit'],
    ['ArrowDown', 'search', 'to-results'],
    ['Escape', 'search', 'close-search'],
  ] as const)('runs, for %s (%s), %s', (key, place, id) => {
    expect(createKeymap(commands).find(key, [place])?.command.id).toBe(id)
  })
})

describe('the name of a pressed key', () => {
  test.each([
    [{ key: 'k', code: 'KeyK', shiftKey: false }, 'K'],
    [{ key: 'K', code: 'KeyK', shiftKey: true }, 'Shift+K'],
    [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
    [{ key: '<', code: 'IntlBackslash', shiftKey: false }, '<'],
    [{ key: 'л', code: 'KeyK', shiftKey: false }, 'K'],
    [{ key: 'ArrowLeft', code: 'ArrowLeft', shiftKey: true }, 'Shift+ArrowLeft'],
    [{ key: ' ', code: 'Space', shiftKey: false }, ' '],
  ])('of %o is %s', (press, name) => {
    expect(keyName(press)).toBe(name)
  })
})

describe('a key works', () => {
  const place = (html: string, setting: 'everywhere' | 'focused' | 'off' = 'everywhere') => {
    document.body.innerHTML = html
    return placesFor(document.querySelector('#it') ?? document.body, setting)
  }

  test('everywhere, when nothing is focused', () => {
    expect(place('')).toEqual(['anywhere', 'page', 'always'])
  })
  test('on a button: everywhere, but Space is the button’s', () => {
    expect(place('<button id="it"></button>')).toEqual(['anywhere', 'always'])
  })
  test('in a text field: only the pedals', () => {
    expect(place('<input id="it">')).toEqual(['always'])
  })
  test('in the search field: its own', () => {
    expect(place('<input id="it" data-keys="search">')).toEqual(['search', 'always'])
  })
  test('on the seek slider: its own first, then the others', () => {
    expect(place('<input type="range" id="it" data-keys="slider">')).toEqual([
      'slider',
      'anywhere',
      'always',
    ])
  })
  test('in a dialog: only the pedals', () => {
    expect(place('<dialog><button id="it"></button></dialog>')).toEqual(['always'])
  })
  test('with single keys off, only those of the control in focus', () => {
    expect(place('<button id="it" data-keys="time"></button>', 'off')).toEqual(['time', 'always'])
    expect(place('', 'off')).toEqual(['always'])
  })
  test('with single keys where focused, only inside the player and the transcript', () => {
    expect(place('<p data-region="player"><button id="it"></button></p>', 'focused')).toContain(
      'anywhere',
    )
    expect(place('<button id="it"></button>', 'focused')).toEqual(['always'])
  })
})
