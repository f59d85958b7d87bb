import type { ListLayout } from '../../parsing/timed-lists/layout.ts'

/** How the lists of a kind are recognised. All that is left out is allowed. */
export interface ListSignature {
  /** The end of the list's place, such as `sentences[]`; `[]` is a list that is the whole file. */
  readonly in?: readonly string[]
  /** Ends of places at which the list is not: what stands there is another reading of the same speech. */
  readonly notIn?: readonly string[]
  /** Paths that an item has. */
  readonly has: readonly string[]
  /** Paths of which an item has one. */
  readonly any?: readonly string[]
  /** Paths that no item of this kind has. */
  readonly lacks?: readonly string[]
  /** Paths of which an object around the list has one. */
  readonly around?: readonly string[]
  /** Keys are spelled exactly as here: another kind spells them otherwise. */
  readonly isExact?: true
}

export interface JsonListShape {
  readonly signature: ListSignature
  readonly layout: ListLayout
}

/** A kind of JSON that is a list of texts with times. */
export interface JsonListKind {
  readonly id: string
  readonly name: string
  readonly extensions: readonly string[]
  /** Several vendors write lists like these; else only one does. */
  readonly isCommon?: true
  /** The first that is found is read. */
  readonly shapes: readonly JsonListShape[]
}
