import type { Verbaliser } from '../../language-rules.ts'

const roman = /^(?=[IVXLC])(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/
const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** Capitals that count, and are hardly ever an abbreviation, after a capitalised word: Rocky II. */
const plain = /^(?:I{2,3}|IV|VI{1,3}|IX|XI{1,3}|XIV|XVI{0,3}|XIX|XXI{0,3})$/

const counted =
  /^(?:war|chapter|part|act|scene|book|volume|section|article|title|phase|type|bowl|class|tier|schedule|canto|psalm|appendix|mark|level|grade|stage|olympiad|apollo)$/i

const rulers =
  /^(?:henry|elizabeth|george|charles|louis|edward|james|william|richard|paul|pius|benedict|francis|nicholas|alexander|catherine|ivan|peter|leo|philip|ferdinand|wilhelm|frederick|napoleon|ramses|xiii|john|mary|robert|leopold|albert|alfonso|carlos|clement|gregory|innocent|urban|mehmed|darius|ptolemy|christian|gustav|victoria|margrethe|harald|haakon)$/i

/** World War II, Chapter IV; Henry VIII "the eighth". A lone I counts only where no pronoun can stand. */
export const verbaliseRoman: Verbaliser = ({ tokens, at, language, isShouted }) => {
  const { text, endsClause } = tokens[at]!
  if (!/^[IVXLC]{1,7}$/.test(text) || !roman.test(text)) return null
  const before = tokens[at - 1]?.text ?? ''
  const isCounted = /^\p{Lu}/u.test(before) && counted.test(before)
  if (!isCounted && (isShouted || !/^\p{Lu}\p{Ll}/u.test(before))) return null
  const isRuler = rulers.test(before)
  if (
    text.length === 1 &&
    !(isCounted && (text !== 'I' || endsClause)) &&
    !(isRuler && text !== 'I' && text !== 'C' && text !== 'L')
  ) {
    return null
  }
  if (isCounted) return [language.cardinal(valueOf(text))]
  if (isRuler) return [`the ${language.ordinal(valueOf(text))}`]
  return plain.test(text) ? [language.cardinal(valueOf(text))] : null
}

function valueOf(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at++) {
    const value = values[text[at]!]!
    sum += value < (values[text[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}
