import { createRequire } from 'node:module'

const namesOfReferences = Object.keys(
  createRequire(import.meta.url)('webvtt-parser/html-entities.json'),
).filter((name) => name.endsWith(';'))

const words = `rain on the roof all night long; Käse, żółć, 猫と犬, שלום, 🎵 ♪ e\u0301 "quoted" 'so' 1:30 {x} [y] / \\ = a.b`
const plain = words.split(' ')
const commonReferences = ['&amp;', '&lt;', '&gt;', '&lrm;', '&rlm;', '&nbsp;', '&quot;', '&apos;']
const classes = ['', '', '.red', '.loud.big', '.bg_blue']
const oddClasses = ['.', '..', '.a..b', '.\u00e9', '.&amp;']
const names = [
  'Ada',
  'Ada Lovelace',
  'A &amp; C',
  'Zoë',
  'Mr&nbsp;X',
  'N&#233;',
  'a.b',
  '"x"',
  'Al  \tB',
]
const oddNames = [
  '',
  '  Ada  \t Lovelace ',
  'a\nb',
  'A & C',
  '&ampx',
  'a&gt',
  '&',
  '/v',
  '<b',
  '\u00a0x\u3000',
]
const oddReferences = [
  '&',
  '&;',
  '& ',
  '&amp',
  '&ampx',
  '&AMP;',
  '&lt',
  '&LT;',
  '&unknown;',
  '&unknown',
  '&notit;',
  '&notin;',
  '&copy',
  '&copycat;',
  '&nbspx',
  '?a=1&section=2',
  'AT&T',
  '&#65',
  '&#;',
  '&#x;',
  '&#X41;',
  '&#xG;',
  '&#0;',
  '&#x0;',
  '&#128;',
  '&#x9f;',
  '&#13;',
  '&#xd800;',
  '&#x110000;',
  '&#99999999999999999999;',
  '&#x1F3B5;',
  '&&amp;',
  '&amp;amp;',
  '&&',
]
const oddTags = [
  '<',
  '< ',
  '<>',
  '</>',
  '</ >',
  '<<b>',
  '< b>',
  '<b >',
  '</b >',
  '<B>',
  '<b/>',
  '<b.>',
  '<b.x>',
  '<b x>',
  '<i\n>',
  '<c\t>',
  '<c.a\nb>',
  '<font color="red">',
  '<x>',
  '</x>',
  '<rt>',
  '</rt>',
  '</ruby>',
  '<ruby>',
  '<v',
  '<v Ada',
  '</',
  '<b',
  '<c.red',
  '<lang>',
  '<lang en',
  '<.x>',
  '<\u00e9>',
  '<script>',
  '<!-- x -- >',
  '<ruby><rt><rt>',
  '<ruby><b><rt>x</rt>',
  '<ruby><rt><b></ruby>',
  '<v Ada><v Bo>',
  '<00:00>',
  '<00:00:01>',
  '<00:01.000>',
  '<00:00:01.000 >',
  '< 00:00:01.000>',
  '<0:00:01.000>',
  '<1:00.000>',
  '<00:99.000>',
  '<00:00:01.0000>',
  '<00:00:01.00>',
  '<00:00:01,000>',
  '<123:00:01.000>',
  '<00:01.000',
  '<1>',
  '3 < 5',
  'a <- b',
  'I <3 you',
  '5 > 3',
  '->',
]
const oddCharacters = [
  '\0',
  '\u000b',
  '\f',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\t',
  '  ',
  '\ufeff',
  '\u007f',
]

/**
 * A cue's text. Valid by the specification or, if `odd`, with errors that people and programs make.
 *
 * @param {ReturnType<import('./random.mjs').createRandom>} random
 * @param {{ odd: boolean, stamps: string[] }} wish `stamps`: times it may have inside, in order
 */
export function generateText(random, { odd, stamps }) {
  const { below, chance, pick, several } = random
  const times = [...stamps]
  const text = () => several(1, 4, () => pick(plain)).join(' ')
  const reference = () => {
    if (odd && chance(0.4)) return pick(oddReferences)
    if (chance(0.5)) return pick(commonReferences)
    if (chance(0.3)) return pick(['&#9834;', '&#x266a;', '&#xE9;', '&#38;'])
    return pick(namesOfReferences)
  }
  const classNames = () => pick(odd && chance(0.2) ? oddClasses : classes)
  const close = (tag) => {
    if (odd && chance(0.15)) return pick(['', '</x>', '</i>', '</b>', `</${tag} >`, `</${tag}`])
    return `</${tag}>`
  }
  const tagged = (depth) => {
    const tag = pick(['c', 'i', 'b', 'u', 'ruby', 'v', 'lang'])
    const inner = () => content(depth + 1)
    const start = `<${tag}${classNames()}`
    if (tag === 'v') {
      // A voice that spans the whole cue needs no end tag.
      return `${start} ${pick(odd && chance(0.3) ? oddNames : names)}>${inner()}${close(tag)}`
    }
    if (tag === 'lang') return `${start} ${pick(['en', 'de-CH', 'ja'])}>${inner()}${close(tag)}`
    if (tag !== 'ruby') return `${start}>${inner()}${close(tag)}`
    const pairs = several(1, 2, () => `${text()}<rt${classNames()}>${text()}${close('rt')}`)
    return `${start}>${pairs.join('')}${close(tag)}`
  }
  const piece = (depth) => {
    const die = below(12)
    if (odd && die < 2) return pick(oddTags)
    if (odd && die === 2 && chance(0.4)) return pick(oddCharacters)
    if (die < 4) return reference()
    if (die < 7 && depth < 4) return tagged(depth)
    if (die === 7 && times.length > 0) return `<${times.shift()}>`
    return text()
  }
  const content = (depth) =>
    several(1, 4, () => piece(depth)).join(pick(['', ' ', ' ', depth === 0 ? '\n' : ' ']))
  const whole = content(0)
  if (chance(0.1)) return `<v${classNames()} ${pick(names)}>${whole}`
  return whole
}
