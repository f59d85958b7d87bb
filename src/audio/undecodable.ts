/**
 * The recording has an audio track that neither this page nor its browser can decode. It is recognised by its name: errors
 * from a worker have no class.
 */
export class UndecodableAudio extends Error {
  override readonly name = 'UndecodableAudio'
}

export const isUndecodable = (error: unknown) =>
  error instanceof Error && error.name === 'UndecodableAudio'
