import type { OtherBlock, RawCue } from './blocks.ts'

/**
 * Joins blocks of text without a time to the cue above, where the file shows that they belong to it: the cue has no text
 * of its own, or a tag that is open at its end and closed in the block.
 */
export function adoptTexts(
  cues: readonly RawCue[],
  blocks: readonly OtherBlock[],
): { cues: readonly RawCue[]; adopted: ReadonlySet<OtherBlock> } {
  if (blocks.length === 0) return { cues, adopted: new Set() }
  const adopted = new Set<OtherBlock>()
  const whole = [...cues]
  for (const block of blocks) {
    const cue = whole[block.cuesAbove - 1]
    if (cue === undefined) continue
    const tag = openTag(cue.text)
    const isWithoutText = cue.text.trim() === ''
    if (!isWithoutText && (tag === null || !block.text.includes(`</${tag}>`))) continue
    adopted.add(block)
    const text = isWithoutText ? block.text : `${cue.text}\n\n${block.text}`
    whole[block.cuesAbove - 1] = { ...cue, text }
  }
  return { cues: whole, adopted }
}

/** The last tag that is not closed. A voice need not be. */
function openTag(text: string): string | null {
  const open: string[] = []
  for (const [, end, tag] of text.matchAll(/<(\/?)([bciu]|lang|ruby)(?:[ .][^<>]*)?>/g)) {
    if (end === '') open.push(tag!)
    else if (open.at(-1) === tag) open.pop()
  }
  return open.at(-1) ?? null
}
