// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { createKeyValueStore } from '#storage/key-value-store.ts'
import { createStoredPositions } from '#storage/stored-positions.ts'

const position = { time: 83, rate: 1.5, volume: 0.5 }
const open = () => createStoredPositions(createKeyValueStore(() => localStorage))
const everythingStored = () => JSON.stringify({ ...localStorage })

describe('positions in recordings', () => {
  beforeEach(() => localStorage.clear())

  test('come back, each for its recording', () => {
    open().write('a', position)
    open().write('b', { ...position, time: 1 })
    expect(open().read('a')).toEqual(position)
    expect(open().read('c')).toBeNull()
    expect(open().count()).toBe(2)
  })

  test('are stored without the name, size and date of the recording', () => {
    open().write('Interview with Ada.mp3 123456 1700000000000', position)
    expect(everythingStored()).not.toMatch(/Ada|123456|17000000/)
    expect(open().read('Interview with Ada.mp3 123456 1700000000000')).toEqual(position)
  })

  test('that an older version stored under names are there, and the names are gone', () => {
    localStorage.setItem('earshot.places', JSON.stringify([['Ada.mp3 1 2', position]]))
    expect(open().read('Ada.mp3 1 2')).toEqual(position)
    expect(everythingStored()).not.toContain('Ada')
  })

  test('are 200 at most, the oldest goes first', () => {
    const positions = open()
    for (let at = 0; at < 201; at++) positions.write(`recording ${at}`, position)
    expect(positions.read('recording 0')).toBeNull()
    expect(positions.read('recording 200')).toEqual(position)
  })

  test('are deleted, also that of the recording that plays on', () => {
    const positions = open()
    positions.write('a', position)
    positions.clear()
    positions.write('a', { ...position, time: 88 })
    expect(positions.count()).toBe(0)
    expect(localStorage).toHaveLength(0)
    positions.write('b', position)
    expect(positions.count()).toBe(1)
  })

  test('that are invalid are ignored', () => {
    const rubbish =
      '[["a",{"time":-1,"rate":1,"volume":1}],["b"],7,["c",{"time":1,"rate":99,"volume":1}]]'
    localStorage.setItem('earshot.positions', rubbish)
    expect(open().count()).toBe(0)
  })
})
