import { entryCount, fourCC, onlyBox, subView, readBoxHeader } from './boxes.ts'
import type { Boxes } from './boxes.ts'

/** Sample entries whose samples are packets: not `enca`, which is encrypted, nor PCM in its many kinds. */
const compressed: ReadonlySet<string> = new Set(['mp4a', 'Opus', 'fLaC', '.mp3', 'alac'])

/** Say, by the sample, how to decrypt it (ISO/IEC 14496-12, 8.7.8 and 8.7.9; ISO/IEC 23001-7, 7.2). */
const decrypting = ['saiz', 'saio', 'senc']

/** Whether all samples are packets of the same kind (`stsd`; ISO/IEC 14496-12, 8.5.2) that can be read as they are. */
export function isCompressedAudio(sampleTable: Boxes): boolean {
  if (decrypting.some((type) => sampleTable.has(type))) return false
  const descriptions = onlyBox(sampleTable, 'stsd')
  if (!descriptions || entryCount(descriptions, { countAt: 4, entryBits: 64 }) !== 1) return false
  const entry = subView(descriptions, 8)
  const head = readBoxHeader(entry, entry.byteLength)
  return (
    head !== null && compressed.has(head.type) && !saysProtected(subView(entry, 0, head.length))
  )
}

/**
 * Whether `sinf`, which says how samples are protected (8.12.1), is anywhere in a sample entry: where its boxes begin
 * depends on its version.
 */
function saysProtected(entry: DataView): boolean {
  for (let at = 0; at + 4 <= entry.byteLength; at++) {
    if (entry.getUint8(at) === 0x73 && fourCC(entry, at) === 'sinf') return true
  }
  return false
}
