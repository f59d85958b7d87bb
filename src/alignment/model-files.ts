/** Reads the files of speech models, from the app's own address or a folder on the disk. */
export interface ModelFiles {
  /**
   * One file, decompressed, by its path: `en-us/mdef`, `fr-fr/dict.txt`. Rejects with an Error whose message
   * completes "The speech model could not be loaded:".
   */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>
}

/** The files of a Sphinx acoustic model, without its dictionary, in the order of reading. */
export const acousticFiles = [
  'mdef',
  'means',
  'variances',
  'sendump',
  'transition_matrices',
] as const
