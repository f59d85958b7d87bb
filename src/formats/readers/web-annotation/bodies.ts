import { Parser } from 'htmlparser2'
import { normaliseText } from '../../parsing/encoding/normalise-text.ts'
import { asArray, property, asText } from '../../parsing/json/values.ts'

export interface Bodies {
  readonly texts: readonly { readonly text: string; readonly language: string | undefined }[]
  /** Addresses of files that contain the text. */
  readonly links: readonly string[]
}

/** The text of an annotation, in its bodies or in linked files. Of a Choice, the first is used. */
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
const skippedElements = new Set(['script', 'style', 'template'])

/** The text of an HTML fragment, with line breaks at its blocks. */
function textOfHtml(html: string): string {
  const parts: string[] = []
  let hidden = 0
  const breakAt = (name: string) => {
    if (blocks.has(name)) parts.push('\n')
  }
  const parser = new Parser({
    onopentag(name) {
      if (skippedElements.has(name)) hidden += 1
      breakAt(name)
    },
    onclosetag(name) {
      if (skippedElements.has(name)) hidden -= 1
      breakAt(name)
    },
    ontext(text) {
      if (hidden <= 0) parts.push(text.replace(/\s+/g, ' '))
    },
  })
  parser.end(html)
  return normaliseText(parts.join('')).trim()
}
