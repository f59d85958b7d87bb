import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const packages = join(import.meta.dirname, '../../node_modules')
const soundswallower = join(packages, 'soundswallower/model')
const moonshine = join(packages, '@moonshine-ai/moonshine-js')
const tokenizer = join(packages, 'llama-tokenizer-js')
const runtime = join(packages, 'onnxruntime-web')

/** Gives the bytes of a file. */
type Source = () => Promise<Uint8Array>

const fileAt = (path: string): Source => {
  return () => readFile(path)
}

const acoustic = (model: 'en-us' | 'fr-fr'): [string, Source][] =>
  ['mdef', 'means', 'variances', 'sendump', 'transition_matrices', 'dict.txt'].map((name) => [
    `${model}/${name}`,
    fileAt(join(soundswallower, model, name)),
  ])

/**
 * Where the files of the speech models come from, by the path that `ModelFiles` knows them by. Only files of
 * these packages are used, never their code.
 */
export const speechSources: ReadonlyMap<string, Source> = new Map([
  ...acoustic('en-us'),
  ...acoustic('fr-fr'),
  [
    'moonshine/encoder_model.onnx',
    fileAt(join(moonshine, 'dist/model/tiny/quantized/encoder_model.onnx')),
  ],
  [
    'moonshine/decoder_model_merged.onnx',
    fileAt(join(moonshine, 'dist/model/tiny/quantized/decoder_model_merged.onnx')),
  ],
  ['moonshine/vocabulary.txt', readVocabulary],
  [
    'moonshine/ort-wasm-simd-threaded.wasm',
    fileAt(join(runtime, 'dist/ort-wasm-simd-threaded.wasm')),
  ],
])

/** What must go with them wherever they go, by its name in the build. */
export const speechLicences: ReadonlyMap<string, Source> = new Map([
  ['en-us/LICENSE.txt', fileAt(join(soundswallower, 'en-us/README.txt'))],
  ['fr-fr/LICENSE.txt', fileAt(join(soundswallower, 'fr-fr/LICENSE.txt'))],
  ['moonshine/LICENSE.txt', fileAt(join(moonshine, 'LICENSE'))],
  ['moonshine/LICENSE-vocabulary.txt', fileAt(join(tokenizer, 'LICENSE.md'))],
  [
    'moonshine/LICENSE-onnxruntime.txt',
    // The package names its licence and brings no copy of it.
    fileAt(join(import.meta.dirname, 'licences/onnxruntime.txt')),
  ],
])

/**
 * The 32,000 pieces of words, one a line, as LLaMA's tokenizer numbers them. To put words together takes
 * these alone; the package brings them inside code, with twice as much for taking words apart.
 */
async function readVocabulary(): Promise<Uint8Array> {
  const code = await readFile(join(tokenizer, 'llama-tokenizer.js'), 'utf8')
  const packed = /\bllama_vocab_base64\s*=\s*["'`]([A-Za-z0-9+/=]+)["'`]/.exec(code)?.[1]
  if (packed === undefined) throw new Error('llama-tokenizer-js no longer holds its vocabulary')
  return Buffer.from(packed, 'base64')
}
