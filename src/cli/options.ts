import { parseArgs } from 'node:util'
import { languageTag } from '#formats/parsing/language-tag.ts'
import type { Writer } from '#formats/writers/writer.ts'
import type { DecoderChoice } from './audio/open-decodable.ts'
import { writerNamed, writerOfEnding } from './writer-for.ts'
import { WrongUsage } from './wrong-usage.ts'

/** Part number `part` of `of` equal parts, counted from 1. */
export interface Shard {
  readonly part: number
  readonly of: number
}

export interface Options {
  /** Folders, recordings, or one recording and its transcript. */
  readonly inputs: readonly string[]
  readonly manifest: string | null
  readonly shard: Shard | null
  readonly output: string | null
  readonly outFolder: string | null
  readonly writer: Writer
  /** Whether --format is given; it overrides the extensions in a list. */
  readonly isFormatGiven: boolean
  readonly language: string | null
  /** `null`: FFmpeg if it is installed. */
  readonly decoder: DecoderChoice | null
  readonly jobs: number
  readonly drafts: boolean
  readonly again: boolean
}

/** `why`: a sentence for the user. */
export type ParsedOptions =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly why: string }

/** Higher numbers are taken for typing errors. */
const mostJobs = 256

export function parseOptions(argv: readonly string[]): ParsedOptions {
  try {
    const { values, positionals } = readArguments(argv)
    if (values.help === true) return { kind: 'help' }
    const { output = null, manifest = null, 'out-dir': outFolder = null } = values
    if (positionals.length === 0 && manifest === null) {
      throw new WrongUsage('Name a recording, a folder, or a list with --manifest.')
    }
    if (positionals.length > 0 && manifest !== null) {
      throw new WrongUsage('Give either recordings or --manifest, not both.')
    }
    if (output !== null && outFolder !== null) {
      throw new WrongUsage('Give either --output or --out-dir, not both.')
    }
    const options: Options = {
      inputs: positionals,
      manifest,
      shard: values.shard === undefined ? null : shardOf(values.shard),
      output,
      outFolder,
      writer: writerFor(values.format, output),
      isFormatGiven: values.format !== undefined,
      language: values.language === undefined ? null : languageOf(values.language),
      decoder: values.decoder === undefined ? null : decoderOf(values.decoder),
      jobs: jobsOf(values.jobs ?? '1'),
      drafts: values.draft === true,
      again: values.again === true,
    }
    return { kind: 'options', options }
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'wrong', why: error.message }
    throw error
  }
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        output: { type: 'string', short: 'o' },
        'out-dir': { type: 'string' },
        format: { type: 'string' },
        jobs: { type: 'string', short: 'j' },
        language: { type: 'string' },
        draft: { type: 'boolean' },
        again: { type: 'boolean' },
        decoder: { type: 'string' },
        manifest: { type: 'string' },
        shard: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split('. ')
    throw new WrongUsage(`${sentence}.`)
  }
}

function shardOf(written: string): Shard {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? []).map(Number)
  if (part === undefined || of === undefined || part < 1 || part > of) {
    throw new WrongUsage(`--shard ${written} is not a part such as 3/10, the third of ten.`)
  }
  return { part, of }
}

function writerFor(format: string | undefined, output: string | null): Writer {
  return format === undefined ? writerOfEnding(output ?? 'a.vtt') : writerNamed(format)
}

function languageOf(written: string): string {
  const tag = languageTag(written)
  if (tag !== undefined) return tag
  throw new WrongUsage(`--language ${written} is not a language tag such as en, fr or pt-BR.`)
}

function decoderOf(written: string): DecoderChoice {
  if (written === 'ffmpeg' || written === 'own') return written
  throw new WrongUsage(`--decoder ${written} is not known. Use ffmpeg or own.`)
}

function jobsOf(written: string): number {
  const jobs = /^\d+$/.test(written) ? Number(written) : 0
  if (jobs >= 1 && jobs <= mostJobs) return jobs
  throw new WrongUsage(`--jobs ${written} is not a number from 1 to ${mostJobs}.`)
}
