import type { DecoderChoice } from './audio/open-decodable.ts'

/** A recording, its text, and where the text with times goes. Paths as people gave them. */
export interface Task {
  readonly sound: string
  /** `null`: there is none, and a draft is wanted. */
  readonly text: string | null
  readonly out: string
  /** The id of a writer. */
  readonly format: string
}

/** A recording for which there is nothing to do, and a sentence that says why. */
export interface LeftOut {
  readonly sound: string
  readonly text: string | null
  readonly why: string
}

/** A task, and how it is to be done. Plain data: it crosses to another process. */
export interface Assignment extends Task {
  /** BCP 47; `null`: what the text says, or what it looks like. */
  readonly language: string | null
  readonly decoder: DecoderChoice
  /** Texts that have times are timed, too. */
  readonly again: boolean
}
