import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'
import type { ModelFiles } from '../model-files.ts'
import { mostTokensIn, repeatsItself, withoutRunaway } from './hallucinations.ts'
import { readVocabulary } from './vocabulary.ts'

/** Samples a second of what the recogniser hears. */
export const recognisedRate = 16_000

/** Writes down English speech. */
export interface Recogniser {
  /**
   * What is said in some sound, with capitals and punctuation; empty where nothing is. 16,000 samples a second,
   * −1 to 1, at most 14 s: the model was made for stretches of a sentence or two. One after another.
   */
  transcribe(samples: Float32Array): Promise<string>
  dispose(): Promise<void>
}

type Tensors = Record<string, Tensor>

/** Heads of attention in each layer, and numbers in each head, of Moonshine-tiny. */
const shape = { heads: 8, width: 36 }
const firstToken = 1
const lastToken = 2
/** Less than this holds no word. Seconds. */
const shortest = 0.1

/**
 * Moonshine-tiny (Useful Sensors, 2024, arXiv 2410.15608; 8-bit weights), an encoder of sound and a decoder of
 * text that reads what it has written, run by ONNX Runtime in WebAssembly on this thread. The likeliest next
 * piece is taken each time: searching wider is slower, and hardly better at this size. Rejects with an Error
 * whose message completes "The speech model could not be loaded:".
 */
export async function createRecogniser({ files }: { files: ModelFiles }): Promise<Recogniser> {
  const read = (name: string) => files.read(`moonshine/${name}`)
  // One after another: each is held twice while it is opened.
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

  /** Nothing has been written yet. */
  const emptyMemory = (): Tensors =>
    Object.fromEntries(
      decoder.inputNames
        .filter((name) => name.startsWith(memory))
        .map((name) => [name, new Tensor('float32', [], [0, shape.heads, 1, shape.width])]),
    )

  async function write(heard: Tensor, most: number): Promise<number[]> {
    const tokens: number[] = []
    let past = emptyMemory()
    let token = firstToken
    while (tokens.length < most) {
      const isFirst = tokens.length === 0
      const written: InferenceSession.ReturnType = await decoder.run({
        input_ids: new Tensor('int64', BigInt64Array.of(BigInt(token)), [1, 1]),
        encoder_hidden_states: heard,
        use_cache_branch: new Tensor('bool', [!isFirst]),
        ...past,
      })
      token = likeliest(written['logits']!)
      if (token === lastToken) break
      tokens.push(token)
      if (repeatsItself(tokens)) break
      past = remembered(past, { written, isFirst })
    }
    return tokens
  }

  return {
    async transcribe(samples) {
      const seconds = samples.length / recognisedRate
      if (seconds < shortest) return ''
      const sound = new Tensor('float32', samples, [1, samples.length])
      const { last_hidden_state: heard } = await encoder.run({ input_values: sound })
      const tokens = await write(heard!, mostTokensIn(seconds))
      return withoutRunaway(textOf(tokens), seconds)
    },
    async dispose() {
      await encoder.release()
      await decoder.release()
    },
  }
}

/** What the decoder is told of its own past, and what it tells, have names that differ in their beginning. */
const memory = 'past_key_values'
const told = 'present'

function remembered(
  past: Tensors,
  { written, isFirst }: { written: InferenceSession.ReturnType; isFirst: boolean },
): Tensors {
  const now = Object.keys(past).map((name): [string, Tensor] => {
    // What it knows of the sound it works out once, and gives nothing in its place later.
    const isOfSound = name.includes('.encoder.')
    const kept = isOfSound && !isFirst ? past[name] : written[name.replace(memory, told)]
    return [name, kept as Tensor]
  })
  return Object.fromEntries(now)
}

/** The token of most weight at the last place. */
function likeliest({ data, dims }: Tensor): number {
  const width = dims.at(-1)!
  const weights = (data as Float32Array).subarray(data.length - width)
  let best = 0
  for (let token = 1; token < width; token++) if (weights[token]! > weights[best]!) best = token
  return best
}
