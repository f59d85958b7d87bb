import type { SliceCreator } from './slice-creator.ts'

/** A transcript that can be shown for the recording: a language, a version. */
export interface ShelvedText {
  readonly id: number
  /** Of its file. */
  readonly name: string
  /** The id of the format it was read as. */
  readonly format: string
  /** A WHATWG label. */
  readonly encoding: string
  /** The formats it could be read as, the likeliest first. */
  readonly candidates: readonly { readonly format: string; readonly name: string }[]
  /** BCP 47 tag; `null` where the file does not say. */
  readonly language: string | null
}

export interface TextsSlice {
  /** In the order in which they came. */
  readonly texts: readonly ShelvedText[]
  /** The id of the one that is open as the document. */
  readonly shownText: number | null

  textsReported(texts: readonly ShelvedText[], shownText: number | null): void
}

export const createTextsSlice: SliceCreator<TextsSlice> = (set) => ({
  texts: [],
  shownText: null,
  textsReported: (texts, shownText) => set({ texts, shownText }),
})
