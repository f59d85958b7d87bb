/** The files of speech models, wherever they lie: the app's own address, or a folder on the disk. */
export interface ModelFiles {
  /**
   * One file, unpacked, by its path: `en-us/mdef`, `fr-fr/dict.txt`. Rejects with an Error whose message
   * completes "The speech model could not be loaded:".
   */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>
}

/** Of a Sphinx model, what is heard with: all but its dictionary. In the order in which they are read. */
export const acousticFiles = [
  'mdef',
  'means',
  'variances',
  'sendump',
  'transition_matrices',
] as const
