import { Parser } from 'htmlparser2'
import { normaliseText } from '../../parsing/encoding/normalise-text.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'

export interface Bodies {
  readonly texts: readonly { readonly text: string; readonly language: string | undefined }[]
  /** Addresses of files that hold the text. */
  readonly links: readonly string[]
}

/** What an annotation says, in itself or by linking to it. Of a choice the first is taken. */
export function bodiesOf(annotation: unknown): Bodies {
  const texts: { text: string; language: string | undefined }[] = []
  const links: string[] = []
  const plain = asText(property(annotation, 'bodyValue'))
  if (plain !== undefined) texts.push({ text: plain, language: undefined })
  const written = property(annotation, 'body')
  for (const given of Array.isArray(written) ? asArray(written) : [written]) {
    const body = property(given, 'type') === 'Choice' ? asArray(property(given, 'items'))[0] : given
    const value = asText(property(body, 'value'))
    const address = asText(body) ?? asText(property(body, 'id'))
    if (value !== undefined) {
      const isHtml = /html/i.test(asText(property(body, 'format')) ?? '')
      const language = property(body, 'language')
      texts.push({
        text: isHtml ? textOfHtml(value) : value,
        language: asText(Array.isArray(language) ? asArray(language)[0] : language),
      })
    } else if (address !== undefined) links.push(address)
  }
  return { texts, links }
}

const blocks = new Set(['br', 'p', 'div', 'li', 'tr', 'blockquote', 'h1', 'h2', 'h3', 'h4'])
const silent = new Set(['script', 'style', 'template'])

/** The text of a piece of HTML, with line breaks where it has blocks. */
function textOfHtml(html: string): string {
  const parts: string[] = []
  let hidden = 0
  const breakAt = (name: string) => {
    if (blocks.has(name)) parts.push('\n')
  }
  const parser = new Parser({
    onopentag(name) {
      if (silent.has(name)) hidden += 1
      breakAt(name)
    },
    onclosetag(name) {
      if (silent.has(name)) hidden -= 1
      breakAt(name)
    },
    ontext(text) {
      if (hidden <= 0) parts.push(text.replace(/\s+/g, ' '))
    },
  })
  parser.end(html)
  return normaliseText(parts.join('')).trim()
}
