import { bracketTime, type ExportParagraph } from '../../writing/paragraphs.ts'
import { escapeXml } from '../../writing/xml-text.ts'

/** A title, by style name and by direct formatting, like `writeHeading`. */
export function writeTitle(text: string): string {
  const about = '<w:pStyle w:val="Title"/><w:keepNext/><w:spacing w:after="240"/>'
  return `<w:p><w:pPr>${about}</w:pPr>${run(text, '<w:b/><w:sz w:val="40"/>')}</w:p>`
}

/** A heading, by style name, outline level and direct formatting, for programs that read no styles. */
export function writeHeading(text: string): string {
  const about =
    '<w:pStyle w:val="Heading1"/><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>'
  return `<w:p><w:pPr>${about}</w:pPr>${run(text, '<w:b/><w:sz w:val="28"/>')}</w:p>`
}

export function writeParagraph(paragraph: ExportParagraph): string {
  const { name, text } = paragraph
  const time = bracketTime(paragraph)
  const runs = [
    time === '' ? '' : run(time, '<w:color w:val="595959"/>'),
    name === null ? '' : run(`${name}:`, '<w:b/>'),
    run(name === null ? text : ` ${text}`, ''),
  ]
  return `<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>${runs.join('')}</w:p>`
}

function run(text: string, looks: string): string {
  const pieces = text.split(/([\n\t])/).map((piece) => {
    if (piece === '\n') return '<w:br/>'
    if (piece === '\t') return '<w:tab/>'
    return piece === '' ? '' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`
  })
  return `<w:r>${looks === '' ? '' : `<w:rPr>${looks}</w:rPr>`}${pieces.join('')}</w:r>`
}
