import { detectMedia } from '#formats/media-magic.ts'

export interface SortedFiles {
  /** The first recording among them, if there is one. */
  readonly sound: File | null
  readonly texts: readonly File[]
  /** Recordings after the first, which are not opened. */
  readonly moreSounds: readonly File[]
}

const headLength = 64

/** Tells recordings from transcripts by what is in them; by their type where the content does not tell. */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const isSound = await Promise.all(files.map(looksLikeSound))
  const [sound = null, ...moreSounds] = files.filter((_, at) => isSound[at])
  return { sound, moreSounds, texts: files.filter((_, at) => !isSound[at]) }
}

async function looksLikeSound(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, headLength).arrayBuffer())
  if (detectMedia(head)) return true
  const saysMedia = /^(audio|video)\//.test(file.type)
  // An MP3 may begin with padding that nobody knows; text that is called audio is still text.
  return saysMedia && head.includes(0)
}
