/** `words`: finding those of a text. `draft`: writing one. */
export type SpeechWork = 'words' | 'draft'

export interface ModelNeed {
  /** To be loaded from the page's own address; 0 where the work needs no model. */
  readonly bytes: number
  /** On this machine already. */
  readonly isStored: boolean
}

/** The speech models that the page can load, and those that the browser keeps. None of these rejects. */
export interface SpeechModels {
  /** `language`: BCP 47. `null` where it is not known. */
  need(work: SpeechWork, language: string): Promise<ModelNeed | null>
  /** Bytes of all models that are stored. */
  storedBytes(): Promise<number>
  /** `false` where the browser refused. */
  clear(): Promise<boolean>
}
