import { extensionOf } from '#formats/file-name.ts'
import type { Writer } from '#formats/writers/writer.ts'
import { writers } from '#formats/writers/registry.ts'
import { WrongUsage } from './wrong-usage.ts'

/** The writer for `--format`, by id or extension. Throws WrongUsage. */
export const writerNamed = (format: string): Writer => find(format) ?? refuse(`--format ${format}`)

/** The writer for the extension of a result. Throws WrongUsage. */
export const writerOfEnding = (path: string): Writer =>
  find(extensionOf(path)) ?? refuse(`The extension of ${path}`)

function find(name: string): Writer | undefined {
  const wanted = name.toLowerCase()
  return (
    writers.find(({ id }) => id === wanted) ??
    writers.find(({ extension }) => extension.toLowerCase() === wanted)
  )
}

function refuse(what: string): never {
  const known = writers.map(({ id }) => id).join(', ')
  throw new WrongUsage(
    `${what} is not a format that can be written. Choose one with --format: ${known}.`,
  )
}
