import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { ModelFiles } from '../model-files.ts'
import { maxTokens, isLooping, withoutHallucinations } from './hallucinations.ts'
import { readVocabulary } from './vocabulary.ts'

/** Sample rate of the recogniser's input, hertz. */
export const recogniserSampleRate = 16_000

/** Recognises English speech. */
export interface Recogniser {
  /**
   * The text of some audio, with capitals and punctuation; empty without speech. `samples`: mono, 16 kHz, −1 to 1, at
   * most 14 s, since the model was trained on a sentence or two. One call at a time.
   */
  transcribe(samples: Float32Array): Promise<string>
  dispose(): Promise<void>
}

type Tensors = Record<string, Tensor>

/** Attention heads per layer, and their width, in Moonshine-tiny. */
const shape = { heads: 8, width: 36 }
const firstToken = 1
const lastToken = 2
/** Seconds: shorter audio holds no word. */
const shortest = 0.1

/**
 * Moonshine-tiny (Useful Sensors, 2024, arXiv 2410.15608; 8-bit weights), an encoder-decoder transformer, run by ONNX
 * Runtime in WebAssembly on this thread. Greedy decoding: a beam search is slower, and hardly better at this size.
 * Rejects with an Error whose message completes "The speech model could not be loaded:".
 */
export async function createRecogniser({ files }: { files: ModelFiles }): Promise<Recogniser> {
  const read = (name: string) => files.read(`moonshine/${name}`)
  // In sequence: each file is in memory twice while it is opened.
  const textOf = readVocabulary(await read('vocabulary.txt'))
  const runtime = await import('onnxruntime-web/wasm')
  runtime.env.logLevel = 'error'
  runtime.env.wasm.numThreads = 1
  runtime.env.wasm.wasmBinary = (await read('ort-wasm-simd-threaded.wasm')).buffer
  const options = { executionProviders: ['wasm'] }
  const open = async (name: string) => runtime.InferenceSession.create(await read(name), options)
  const encoder = await open('encoder_model.onnx')
  const decoder = await open('decoder_model_merged.onnx')
  const { Tensor } = runtime

  /** The key-value cache before the first token. */
  const emptyCache = (): Tensors =>
    Object.fromEntries(
      decoder.inputNames
        .filter((name) => name.startsWith(cacheInput))
        .map((name) => [name, new Tensor('float32', [], [0, shape.heads, 1, shape.width])]),
    )

  async function decode(encoded: Tensor, most: number): Promise<number[]> {
    const tokens: number[] = []
    let cache = emptyCache()
    let token = firstToken
    while (tokens.length < most) {
      const isFirst = tokens.length === 0
      const output: InferenceSession.ReturnType = await decoder.run({
        input_ids: new Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
        encoder_hidden_states: encoded,
        use_cache_branch: new Tensor('bool', [!isFirst]),
        ...cache,
      })
      token = likeliest(output['logits']!)
      if (token === lastToken) break
      tokens.push(token)
      if (isLooping(tokens)) break
      cache = nextCache(cache, { output, isFirst })
    }
    return tokens
  }

  return {
    async transcribe(samples) {
      const seconds = samples.length / recogniserSampleRate
      if (seconds < shortest) return ''
      const audio = new Tensor('float32', samples, [1, samples.length])
      const { last_hidden_state: encoded } = await encoder.run({ input_values: audio })
      const tokens = await decode(encoded!, maxTokens(seconds))
      return withoutHallucinations(textOf(tokens), seconds)
    },
    async dispose() {
      await encoder.release()
      await decoder.release()
    },
  }
}

/** Prefixes of the key-value cache's names: as input, and as output. */
const cacheInput = 'past_key_values'
const cacheOutput = 'present'

function nextCache(
  cache: Tensors,
  { output, isFirst }: { output: InferenceSession.ReturnType; isFirst: boolean },
): Tensors {
  const now = Object.keys(cache).map((name): [string, Tensor] => {
    // The encoder's part is computed with the first token only.
    const isOfEncoder = name.includes('.encoder.')
    const kept =
      isOfEncoder && !isFirst ? cache[name] : output[name.replace(cacheInput, cacheOutput)]
    return [name, kept as Tensor]
  })
  return Object.fromEntries(now)
}

/** The token with the highest logit at the last position. */
function likeliest({ data, dims }: Tensor): number {
  const width = dims.at(-1)!
  const weights = (data as Float32Array).subarray(data.length - width)
  let best = 0
  for (let token = 1; token < width; token++) if (weights[token]! > weights[best]!) best = token
  return best
}
