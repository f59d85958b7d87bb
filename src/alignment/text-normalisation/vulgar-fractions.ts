const written: Readonly<Record<string, readonly [number, number]>> = {
  '½': [1, 2],
  '⅓': [1, 3],
  '⅔': [2, 3],
  '¼': [1, 4],
  '¾': [3, 4],
  '⅕': [1, 5],
  '⅖': [2, 5],
  '⅗': [3, 5],
  '⅘': [4, 5],
  '⅙': [1, 6],
  '⅚': [5, 6],
  '⅛': [1, 8],
  '⅜': [3, 8],
  '⅝': [5, 8],
  '⅞': [7, 8],
}

/** Splits digits and a fraction character: 2½ is ['2', 1, 2]. `null` for any other text. */
export function splitVulgarFraction(
  text: string,
): [whole: string, top: number, bottom: number] | null {
  const fraction = written[text.at(-1)!]
  return fraction && /^\d*$/.test(text.slice(0, -1)) ? [text.slice(0, -1), ...fraction] : null
}
