import type { DecoderChoice } from './audio/open-decodable.ts'

/** A recording, its transcript, and the path of the result. Paths are as given. */
export interface Task {
  readonly sound: string
  /** `null`: write a draft. */
  readonly text: string | null
  readonly out: string
  /** The name of the result is this command's own, talk.aligned.vtt, and not one that was given. */
  readonly isNamedHere: boolean
  /** The id of a writer. */
  readonly format: string
}

/** A recording that is skipped, or a folder that cannot be read, and a sentence that says why. */
export interface LeftOut {
  readonly sound: string
  readonly text: string | null
  /** `skipped` unless it is a failure. */
  readonly status?: 'skipped' | 'failed'
  readonly why: string
}

/** A task and its options. Plain data, because it is sent to another process. */
export interface Assignment extends Task {
  /** BCP 47; `null`: as the transcript states, or guessed. */
  readonly language: string | null
  readonly decoder: DecoderChoice
  /** Whether to replace times that exist. */
  readonly again: boolean
}
