/**
 * The recording says of itself that it has a sound, and nothing can play it: neither this page nor its browser.
 * Told by its name: errors that come from a worker have no class.
 */
export class UndecodableAudio extends Error {
  override readonly name = 'UndecodableAudio'
}

export const isUndecodable = (error: unknown) =>
  error instanceof Error && error.name === 'UndecodableAudio'
