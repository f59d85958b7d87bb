import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderFor } from './place.mjs'

const loaded = new Map()

/**
 * A cache of audio: the samples of all entries in one file, their descriptions in another.
 *
 * @template {{ samples: Int16Array }} T
 * @param {string} name
 * @param {() => Iterable<T>} make
 * @returns {readonly T[]}
 */
export function keepSounds(name, make) {
  if (!loaded.has(name)) loaded.set(name, readOrMake(name, make))
  return loaded.get(name)
}

function readOrMake(name, make) {
  const folder = folderFor('sounds')
  const index = join(folder, `${name}.json`)
  const sound = join(folder, `${name}.s16`)
  if (!existsSync(index)) {
    const made = [...make()]
    writeFileSync(sound, Buffer.concat(made.map(({ samples }) => bytesOf(samples))))
    const facts = made.map(({ samples, ...known }) => ({ ...known, length: samples.length }))
    // The index is written last and in one step: if it exists, everything does.
    writeFileSync(`${index}.partial`, JSON.stringify(facts))
    renameSync(`${index}.partial`, index)
  }
  const { buffer } = new Uint8Array(readFileSync(sound))
  let from = 0
  return JSON.parse(readFileSync(index, 'utf8')).map(({ length, ...known }) => {
    const samples = new Int16Array(buffer, from * 2, length)
    from += length
    return { ...known, samples }
  })
}

const bytesOf = (samples) =>
  new Uint8Array(samples.buffer, samples.byteOffset, samples.length * samples.BYTES_PER_ELEMENT)
