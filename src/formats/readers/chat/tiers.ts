/** A line of CHAT with its continuation lines. */
export interface ChatTier {
  /** `@` a header, `*` an utterance, `%` a dependent line. */
  readonly mark: '@' | '*' | '%'
  /** Lower case: `languages`, `chi`, `mor`. */
  readonly code: string
  readonly text: string
  /** 1-based. */
  readonly line: number
}

/** The tiers of a file. A line without a mark continues the one before. */
export function tiersIn(text: string): ChatTier[] {
  const tiers: { mark: ChatTier['mark']; code: string; lines: string[]; line: number }[] = []
  for (const [index, content] of text.split('\n').entries()) {
    const begun = /^([@*%])([^\s:]{1,40})(?::|$|\s)\s*(.*)$/.exec(content)
    if (begun !== null) {
      tiers.push({
        mark: begun[1] as ChatTier['mark'],
        code: begun[2]!.toLowerCase(),
        lines: [begun[3]!],
        line: index + 1,
      })
    } else if (content.trim() !== '') tiers.at(-1)?.lines.push(content.trim())
  }
  return tiers.map(({ lines, ...tier }) => ({ ...tier, text: lines.join(' ') }))
}
