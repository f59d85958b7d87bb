import { bandTables } from './band-tables.ts'

/** AAC Low Complexity, object type of ISO/IEC 14496-3, table 1.17. */
const lowComplexity = 2
/** Of the extension that says whether the upper half of the spectrum is replicated (1.6.2.1). */
const syncExtension = 0x2b7

/**
 * The index of the sampling rate that AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1) gives to sound of plain AAC-LC, with
 * frames of 1024 samples and one of the usual layouts of channels; `null` for all other sound.
 */
export function plainRateIndex(description: Uint8Array): number | null {
  if (description.length < 2) return null
  const bits = (description[0]! << 8) | description[1]!
  const objectType = bits >> 11
  const rateIndex = (bits >> 7) & 15
  const layout = (bits >> 3) & 15
  const hasOptions = (bits & 7) !== 0
  const isUsual = layout > 0 && layout < 8
  if (objectType !== lowComplexity || rateIndex >= bandTables.length) return null
  if (!isUsual || hasOptions || isExtended(description)) return null
  return rateIndex
}

function isExtended([, , high = 0, low = 0, flags = 0]: Uint8Array): boolean {
  const isExtension = ((high << 3) | (low >> 5)) === syncExtension
  const isReplication = (low & 31) === 5
  return isExtension && !(isReplication && (flags & 0x80) === 0)
}
