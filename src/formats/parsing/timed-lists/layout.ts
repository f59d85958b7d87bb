/** The keys of an item's values: for each value, the paths at which it may be, the best first. */
export interface ItemKeys {
  readonly text: readonly string[]
  readonly start: readonly string[]
  readonly end?: readonly string[]
  readonly duration?: readonly string[]
  /** Looked for in the item, then in the objects around it. */
  readonly speaker?: readonly string[]
  /** A probability; at `logprob`, its logarithm. */
  readonly confidence?: readonly string[]
  /** Units per second of the paths whose unit is not that of the list. */
  readonly units?: Readonly<Record<string, number>>
}

/** The words of a segment, inside it or beside the list of segments. */
export interface WordList {
  readonly at: readonly string[]
  readonly keys: ItemKeys
  /** Where it is known not to be that of the segments. */
  readonly unitsPerSecond?: number
  /** The words have times and no text: they are those of the segment's text, in order. */
  readonly areUnspelled?: true
}

/** How one kind of JSON writes a list of texts with times. */
export interface ListLayout {
  readonly holds: 'segments' | 'words'
  readonly keys: ItemKeys
  /** Units per second that files of this kind are known to have; left out where only a file can tell. */
  readonly unitsPerSecond?: number
  /** The unit is only usual, and the file cannot tell another. */
  readonly isUnitUnsure?: true
  /** In each segment. */
  readonly words?: WordList
  /** Of all segments, in the object around the list. Their times are better than those of the segments. */
  readonly wordsBeside?: WordList
  /** Words with the same value here form a segment. */
  readonly group?: string
  /** What each channel says is a list of its own. */
  readonly channel?: string
  /** Speakers that are numbers written as text are shown as they are. */
  readonly keepsNumbers?: true
  /** Whether an item is no part of the transcript: an interim result, a translation. `container` is the object around it. */
  readonly omits?: (item: unknown, container: unknown) => boolean
  readonly isSound?: (item: unknown) => boolean
}
