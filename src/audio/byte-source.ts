/** Bytes that are read where they are wanted: a file on the disk, or an address whose server gives ranges. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number
  /**
   * The bytes from `from` up to `to`, both cut to the size; fewer only at the end. Rejects with the
   * signal's reason, or with an Error whose message completes "It could not be read:".
   */
  read(from: number, to: number, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
  /**
   * The same bytes in order, in pieces that consist of whole units of so many bytes, except the last; each is good until the
   * next is asked for. Only of sources that give a long range cheaper than parts of it. Throws as `read` rejects.
   */
  stream?(range: { from: number; to: number; unit: number }): AsyncIterable<Uint8Array<ArrayBuffer>>
}
