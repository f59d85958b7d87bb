import { encrypt } from './encryption.mjs'

/**
 * A text on a page: its place in 1/72 inch from the lower left corner, the height of its letters, its font and direction.
 *
 * @typedef {object} Text
 * @property {number} x
 * @property {number} y
 * @property {string} text windows-1252; `\x01` and `\x02` are the ligatures fi and fl
 * @property {number} [size]
 * @property {'Helvetica' | 'Courier' | 'Times-Roman' | 'Shift-JIS'} [font]
 * @property {number} [angle] degrees, counterclockwise
 */

const fonts = ['Helvetica', 'Courier', 'Times-Roman', 'Shift-JIS']

/**
 * Writes a PDF that can be read in an editor: nothing is compressed.
 *
 * @param {{ pages: { texts: Text[], rotate?: number, picture?: boolean, comment?: string }[], title?: string, language?: string, password?: string }} document
 * @returns {Buffer}
 */
export function pdfFile({ pages, title, language, password }) {
  const protect = password === undefined ? null : encrypt(password)
  const objects = []
  const add = (object) => objects.push(object)
  add(`<< /Type /Catalog /Pages 2 0 R${language ? ` /Lang (${language})` : ''} >>`)
  const firstPage = 3 + fonts.length
  const kids = pages.map((_, at) => `${firstPage + at * 2} 0 R`)
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`)
  for (const font of fonts) add(fontObject(font))
  const names = fonts.map((_, at) => `/F${at} ${3 + at} 0 R`).join(' ')
  for (const [at, page] of pages.entries()) {
    const note = page.comment
      ? ` /Annots [<< /Type /Annot /Subtype /Text /Rect [500 700 520 720] /Contents (${escaped(page.comment)}) >>]`
      : ''
    const turned = page.rotate ? ` /Rotate ${page.rotate}` : ''
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]${turned}${note} /Resources << /Font << ${names} >> >> /Contents ${firstPage + at * 2 + 1} 0 R >>`,
    )
    add(streamOf(contentOf(page), protect?.cipher(objects.length + 1)))
  }
  const info = title ? add(`<< /Title (${escaped(title)}) >>`) : 0
  const lock = protect ? add(protect.dictionary) : 0
  return assemble(objects, [
    `/Size ${objects.length + 1} /Root 1 0 R`,
    ...(info ? [`/Info ${info} 0 R`] : []),
    ...(lock ? [`/Encrypt ${lock} 0 R /ID [<${protect.id}> <${protect.id}>]`] : []),
  ])
}

function assemble(objects, trailer) {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  const end = `trailer\n<< ${trailer.join(' ')} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + end, 'latin1')
}

/** Shift-JIS needs a table of characters that a program must bring. */
function fontObject(name) {
  if (name === 'Shift-JIS') {
    const system = '<< /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>'
    const descriptor =
      '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>'
    const descendant = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo ${system} /FontDescriptor ${descriptor} >>`
    return `<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [${descendant}] >>`
  }
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >>`
}

function streamOf(content, cipher) {
  const data = cipher ? cipher(content) : content
  return `<< /Length ${data.length} >>\nstream\n${data}\nendstream`
}

/** A picture is a grey square of one pixel over the page. */
function contentOf({ texts, picture = false }) {
  const drawn = picture ? ['q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q'] : []
  return [...drawn, ...texts.map(textOperators)].join('\n')
}

function textOperators({ x, y, text, size = 11, font = 'Helvetica', angle = 0 }) {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => rounded(of((angle * Math.PI) / 180)))
  const matrix = `${cos} ${sin} ${rounded(-sin)} ${cos} ${rounded(x)} ${rounded(y)}`
  return `BT /F${fonts.indexOf(font)} ${size} Tf ${matrix} Tm (${escaped(text)}) Tj ET`
}

const rounded = (value) => Math.round(value * 1000) / 1000 + 0

const inWindows1252 = new Map([
  ['’', '\x92'],
  ['“', '\x93'],
  ['”', '\x94'],
  ['–', '\x96'],
  ['—', '\x97'],
  ['œ', '\x9c'],
])

const escaped = (text) =>
  text
    .replace(/[’“”–—œ]/g, (letter) => inWindows1252.get(letter))
    .replace(/[\\()]/g, (sign) => `\\${sign}`)
