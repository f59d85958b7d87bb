import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { emscriptenParts } from './bundled-parts.ts'
import { given } from './components.ts'

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
 * The files of the speech models, by the paths that `ModelFiles` uses. Earshot uses data files of these packages, never their
 * code.
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

/** Speech models, dictionaries and their runtime, as the notices of the build list them. */
interface SpeechPart {
  readonly name: string
  /** The package of which the build takes files. */
  readonly package: string
  readonly licence: string
  readonly origin: string
  /** Where its files lie in the build, relative to `dist/`. */
  readonly folder: string
  /** The text of its licence. */
  readonly text: Source
  /** The name of the copy of its licence beside its files; `null` when only the notices have it. */
  readonly copy: string | null
}

const licencesFolder = join(import.meta.dirname, 'licences')
const givenText = (name: string) => fileAt(join(licencesFolder, name))
const soundswallowerOrigin = 'https://github.com/ReadAlongs/SoundSwallower'

const speechParts: readonly SpeechPart[] = [
  {
    name: 'CMU Sphinx acoustic model, English',
    package: 'soundswallower',
    licence: 'BSD-2-Clause',
    origin: soundswallowerOrigin,
    folder: 'speech/en-us/',
    text: fileAt(join(soundswallower, 'en-us/README.txt')),
    copy: 'en-us/LICENSE.txt',
  },
  {
    name: 'CMU Pronouncing Dictionary',
    package: 'soundswallower',
    licence: 'BSD-2-Clause',
    origin: 'http://www.speech.cs.cmu.edu/cgi-bin/cmudict',
    folder: 'speech/en-us/dict.txt',
    text: givenText('cmudict.txt'),
    copy: 'en-us/LICENSE-dictionary.txt',
  },
  {
    name: 'LIUM acoustic model and dictionary, French',
    package: 'soundswallower',
    licence: 'BSD-2-Clause',
    origin: soundswallowerOrigin,
    folder: 'speech/fr-fr/',
    text: fileAt(join(soundswallower, 'fr-fr/LICENSE.txt')),
    copy: 'fr-fr/LICENSE.txt',
  },
  {
    name: 'Moonshine tiny speech recognition model, English',
    package: '@moonshine-ai/moonshine-js',
    licence: 'MIT',
    origin: 'https://github.com/moonshine-ai/moonshine-js',
    folder: 'speech/moonshine/',
    text: fileAt(join(moonshine, 'LICENSE')),
    copy: 'moonshine/LICENSE.txt',
  },
  {
    name: 'LLaMA tokenizer vocabulary',
    package: 'llama-tokenizer-js',
    licence: 'MIT',
    origin: 'https://github.com/belladoreai/llama-tokenizer-js',
    folder: 'speech/moonshine/vocabulary.txt',
    text: fileAt(join(tokenizer, 'LICENSE.md')),
    copy: 'moonshine/LICENSE-vocabulary.txt',
  },
  {
    // The package names its licence but has no copy of it.
    name: 'ONNX Runtime, WebAssembly',
    package: 'onnxruntime-web',
    licence: 'MIT',
    origin: 'https://github.com/microsoft/onnxruntime',
    folder: 'speech/moonshine/ort-wasm',
    text: givenText('onnxruntime.txt'),
    copy: 'moonshine/LICENSE-onnxruntime.txt',
  },
  {
    // Packages of onnxruntime-web have no list of components. These are the sections of the ThirdPartyNotices.txt of ONNX
    // Runtime 1.30.0 that concern its WebAssembly; the list of 1.23.2 is in no package.
    name: 'Components of ONNX Runtime (Eigen, Protocol Buffers, Abseil and others)',
    package: 'onnxruntime-web',
    licence: 'MIT AND BSD-2-Clause AND BSD-3-Clause AND Apache-2.0 AND BSL-1.0 AND MPL-2.0',
    origin:
      'https://github.com/microsoft/onnxruntime/tree/main/cmake/external (Eigen: https://gitlab.com/libeigen/eigen)',
    folder: 'speech/moonshine/ort-wasm',
    text: givenText('onnxruntime-components.txt'),
    copy: null,
  },
  ...emscriptenParts.map(({ textFiles, ...part }) => ({
    ...part,
    package: 'onnxruntime-web',
    folder: 'speech/moonshine/ort-wasm',
    text: async () => Buffer.from(given(textFiles, licencesFolder)),
    copy: null,
  })),
]

/** The parts with the text of their licence and the version of their package. */
export const speechComponents = () =>
  Promise.all(
    speechParts.map(async ({ name, licence, origin, folder, text, ...part }) => {
      const manifest = await readFile(join(packages, part.package, 'package.json'), 'utf8')
      return {
        name,
        licence,
        origin,
        folder,
        text: Buffer.from(await text())
          .toString('utf8')
          .trim(),
        version: null,
        within: `${part.package} ${JSON.parse(manifest).version}`,
      }
    }),
  )

/** The copies of licences that lie beside the files, by their names in `speech/`. */
export const speechLicences: ReadonlyMap<string, Source> = new Map(
  speechParts.flatMap(({ copy, text }) => (copy === null ? [] : [[copy, text] as const])),
)

/**
 * The 32,000 word pieces of LLaMA's tokenizer, one a line, in the order of their numbers. Joining pieces to words needs
 * nothing else; the package has them inside its code, with twice as much data for splitting words.
 */
async function readVocabulary(): Promise<Uint8Array> {
  const code = await readFile(join(tokenizer, 'llama-tokenizer.js'), 'utf8')
  const packed = /\bllama_vocab_base64\s*=\s*["'`]([A-Za-z0-9+/=]+)["'`]/.exec(code)?.[1]
  if (packed === undefined) throw new Error('llama-tokenizer-js no longer holds its vocabulary')
  return Buffer.from(packed, 'base64')
}
