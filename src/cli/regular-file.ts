import { stat } from 'node:fs/promises'
import type { Stats } from 'node:fs'

/**
 * Rejects with an Error that completes "… could not be opened:" where a path is a pipe, a device or a socket: reading one may
 * never end, and a result would replace it. Folders are for the caller.
 */
export async function refuseSpecial(path: string): Promise<void> {
  const what = kindOf(await stat(path))
  if (what !== null) throw new Error(`it is ${what}, not a file`)
}

function kindOf(entry: Stats): string | null {
  if (entry.isFIFO()) return 'a pipe'
  if (entry.isSocket()) return 'a socket'
  return entry.isCharacterDevice() || entry.isBlockDevice() ? 'a device' : null
}

/** The same of a path at which nothing need be. */
export async function refuseSpecialTarget(path: string): Promise<void> {
  const entry = await stat(path).catch(() => null)
  const what = entry && kindOf(entry)
  if (what !== null) throw new Error(`${path} is ${what}, which a result never replaces`)
}
