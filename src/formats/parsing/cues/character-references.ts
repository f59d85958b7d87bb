import { windowsCharacter } from '../encoding/windows-1252.ts'

/**
 * Decodes HTML character references in WebVTT cue text: all numeric ones, and about a hundred of the 2,231 names
 * (ASCII, Latin-1, typography). Other names are left unchanged.
 */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#(\d+);?|#[xX]([\dA-Fa-f]+);?|([A-Za-z][A-Za-z\d]{1,31})(;?))/g,
    (written, decimal: string, hex: string, name: string, semicolon: string) => {
      if (decimal !== undefined) return numbered(Number.parseInt(decimal, 10))
      if (hex !== undefined) return numbered(Number.parseInt(hex, 16))
      if (semicolon === ';') return names.get(name) ?? written
      const old = withoutSemicolon.find((known) => name.startsWith(known))
      return old === undefined ? written : names.get(old)! + name.slice(old.length)
    },
  )
}

function numbered(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD'
  // HTML maps these codes to Windows-1252
  if (code >= 0x80 && code <= 0x9f) return windowsCharacter(code)
  return String.fromCodePoint(code)
}

/** Names that HTML also accepts without a semicolon. */
const withoutSemicolon = ['amp', 'lt', 'gt', 'quot', 'nbsp', 'AMP', 'LT', 'GT', 'QUOT']

const latin1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
  acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig
  Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash
  Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc
  euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
  yacute thorn yuml`

const names: ReadonlyMap<string, string> = new Map([
  ...latin1.split(/\s+/).map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    AMP: '&',
    LT: '<',
    GT: '>',
    QUOT: '"',
    lrm: '\u200e',
    rlm: '\u200f',
    zwj: '\u200d',
    zwnj: '\u200c',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    hellip: '…',
    bull: '•',
    dagger: '†',
    Dagger: '‡',
    permil: '‰',
    euro: '€',
    trade: '™',
    prime: '′',
    Prime: '″',
    minus: '−',
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Yuml: 'Ÿ',
    fnof: 'ƒ',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
    infin: '∞',
    ne: '≠',
    le: '≤',
    ge: '≥',
    sung: '♪',
    check: '✓',
    colon: ':',
    comma: ',',
    period: '.',
    excl: '!',
    quest: '?',
    num: '#',
    lpar: '(',
    rpar: ')',
    lsqb: '[',
    rsqb: ']',
    lbrack: '[',
    rbrack: ']',
    lcub: '{',
    rcub: '}',
    sol: '/',
    bsol: '\\',
    percnt: '%',
    dollar: '$',
    equals: '=',
    plus: '+',
    ast: '*',
    commat: '@',
    lowbar: '_',
    grave: '`',
    vert: '|',
    semi: ';',
    Tab: '\t',
    NewLine: '\n',
  }),
])
