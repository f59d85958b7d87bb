/** The files of speech models, wherever they lie: the app's own address, or a folder on the disk. */
export interface ModelFiles {
  /**
   * One file, unpacked, by its path: `en-us/mdef`, `fr-fr/dict.txt`. Rejects with an Error whose message
   * completes "The speech model could not be loaded:".
   */
  read(path: string): Promise<Uint8Array<ArrayBuffer>>
}
