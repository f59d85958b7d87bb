import { strToU8, zipSync, type Zippable } from 'fflate'
import { expect, test } from 'vitest'
import { isProblem, openZip, type Zip } from '#formats/parsing/zip/open-zip.ts'

const limit = { maxBytes: 64 * 1024 * 1024 }

function opened(bytes: Uint8Array): Zip {
  const zip = openZip(bytes, 'a.zip')
  if (isProblem(zip)) throw new Error(zip.message)
  return zip
}

/** The code of the problem, from opening or from reading the file `a`. */
function codeOf(bytes: Uint8Array, maxBytes = limit.maxBytes): string | null {
  const zip = openZip(bytes, 'a.zip')
  const found = isProblem(zip) ? zip : zip.read('a', { maxBytes })
  return isProblem(found) ? found.code : null
}

const textIn = (found: object) =>
  found instanceof Uint8Array ? new TextDecoder().decode(found) : found

/** The place of the first entry's field in the central directory. */
function setInDirectory(bytes: Uint8Array, field: number, value: number): Uint8Array {
  const changed = bytes.slice()
  const view = new DataView(changed.buffer)
  let at = changed.length - 4
  while (view.getUint32(at, true) !== 0x02014b50) at -= 1
  view.setUint32(at + field, value, true)
  return changed
}

const a = (content: string | Uint8Array, more: Zippable = {}) =>
  zipSync({ a: typeof content === 'string' ? strToU8(content) : content, ...more })

test('files are listed and read, packed or stored', () => {
  const zip = opened(
    zipSync({ a: strToU8('one'), 'b/ü.txt': [strToU8('two'), { level: 0 }], empty: strToU8('') }),
  )
  expect(zip.names).toEqual(['a', 'b/ü.txt', 'empty'])
  expect(zip.names.map((name) => textIn(zip.read(name, limit)))).toEqual(['one', 'two', ''])
})

test('what stands before and behind the archive does not matter', () => {
  const zip = a('one')
  const around = new Uint8Array([...strToU8('#!/bin/sh\n'), ...zip])
  expect(textIn(opened(around).read('a', limit))).toBe('one')
})

test('a file that is not in it is a problem', () => {
  expect(opened(a('one')).read('constructor', limit)).toMatchObject({ code: 'zip-entry-missing' })
})

test('names that point out of the archive, and folders, are not in it', () => {
  const names = ['../a', '/a', 'b/../../a', 'C:/a', '..\\a', 'folder/']
  const zip = opened(zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')]))))
  expect(zip.names).toEqual([])
})

test('a bomb is stopped by its ratio', () => {
  expect(codeOf(a(new Uint8Array(4_000_000)))).toBe('zip-too-large')
})

test('a bomb that lies about its size is stopped while it inflates', () => {
  const bytes = a(new Uint8Array(4_000_000))
  expect(codeOf(setInDirectory(bytes, 24, 10))).toBe('zip-too-large')
})

test('a size that is a lie is damage', () => {
  expect(codeOf(setInDirectory(a('one'), 24, 2))).toBe('zip-damaged')
})

test('no more is inflated than was asked for', () => {
  expect(codeOf(a('one two'), 7)).toBeNull()
  expect(codeOf(a('one two'), 6)).toBe('zip-too-large')
})

test('all that is read of an archive is 64 MB at most', () => {
  // 60 KB of noise, over and over: packs to a seventh and no further
  const noise = Uint8Array.from({ length: 60_000 }, (_, index) => (index * index * 31) >> 7)
  const large = new Uint8Array(30 * 1024 * 1024)
  for (let at = 0; at < large.length; at += noise.length) {
    large.set(noise.subarray(0, Math.min(noise.length, large.length - at)), at)
  }
  const zip = opened(zipSync({ a: [large, { level: 0 }] }))
  expect(zip.read('a', limit)).toBeInstanceOf(Uint8Array)
  expect(zip.read('a', limit)).toBeInstanceOf(Uint8Array)
  expect(zip.read('a', limit)).toMatchObject({ code: 'zip-too-large' })
})

test('two thousand files are enough', () => {
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, strToU8('')]))
  expect(openZip(zipSync(many), 'a.zip')).toMatchObject({ code: 'zip-too-large' })
})

test('entries over the same bytes are a bomb', () => {
  const bytes = a('one', { b: strToU8('two') })
  // the last entry is b: it is made to begin where a does
  expect(codeOf(setInDirectory(bytes, 42, 0))).toBe('zip-too-large')
})

test('a password is named', () => {
  const bytes = a('one')
  const flags = new DataView(bytes.buffer)
  expect(codeOf(setInDirectory(bytes, 8, flags.getUint32(6, true) | 1))).toBe('zip-encrypted')
})

test('an archive cut anywhere, or changed in a byte, is never a mistake of ours', () => {
  const bytes = a('one one one two', { b: strToU8('three') })
  for (let at = 0; at < bytes.length; at += 1) {
    expect(codeOf(bytes.subarray(0, at))).toBe('zip-damaged')
    const changed = bytes.slice()
    changed[at]! ^= 0xff
    expect(() => codeOf(changed)).not.toThrow()
  }
})
