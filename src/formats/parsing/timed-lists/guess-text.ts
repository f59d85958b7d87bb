import { asText } from '../json/values.ts'
import { mostItems, nameIn, toSnake, type ValueColumn } from './columns.ts'
import { isOfSpeaker } from './guess-speakers.ts'

const textNames =
  /^(?:text|transcript|transcription|sentence|caption|utterance|body|content|line|phrase|speech|message|display_?text|raw_?text|punctuated_?word|word|value|w|token|subtitle|cue|tx|lexical|display|form|utt)$/i
const neverText =
  /(?:^|_)(?:id|uuid|guid|key|lang|language|locale|type|kind|status|url|uri|href|src|color|model|role|label|title|file|path|email|source|version|speaker|name|voice|participant|date|time|start|end|begin|stop)s?(?:_|$)/i

/** The column that holds the texts of the items; `null` if none does. */
export function bestText(
  columns: readonly ValueColumn[],
  count: number,
): { path: string; texts: string[] } | null {
  let best: { path: string; texts: string[]; rank: number } | null = null
  for (const { path, values } of columns) {
    if (isOfSpeaker(path)) continue
    const name = nameIn(path)
    const texts = values.flatMap((value) => asText(value) ?? [])
    const spoken = texts.filter(isSpoken)
    if (spoken.length < count * mostItems || spoken.length < texts.length * mostItems) continue
    const isNamed = textNames.test(name)
    if (!isNamed && neverText.test(toSnake(path))) continue
    const hasPhrases = spoken.some((text) => /\p{L}\s+\p{L}/u.test(text))
    if (!isNamed && !hasPhrases) continue
    const rank = (isNamed ? 1000 : 0) + Math.min(900, meanLength(spoken)) - path.split('.').length
    if (best === null || rank > best.rank) best = { path, texts: spoken, rank }
  }
  return best
}

/** Whether a value is text and not an id, an address, a number or a time. */
function isSpoken(text: string): boolean {
  if (!/\p{L}/u.test(text)) return false
  if (/^\w+:\/\/|^[\da-f]{8}-[\da-f]{4}|^\d{4}-\d\d-\d\dT|^PT[\d.]+[HMS]/i.test(text)) return false
  return !/^[\d.,:]+\s*m?s$/i.test(text)
}

export function meanLength(texts: readonly string[]): number {
  const letters = texts.reduce((sum, text) => sum + text.trim().length, 0)
  return texts.length === 0 ? 0 : letters / texts.length
}
