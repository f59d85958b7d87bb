/**
 * Formats a cue's tree as one comparable line: `<span title="Ada">"Hello "<b>"you"</></>`. A tree's tags
 * are those of `getCueAsHTML()`: `<c>`, `<v>` and `<lang>` are all `<span>`. Classes are left out: the app
 * does not read them. End tags at the very end and the division of text into nodes are ignored.
 */
export function createTree() {
  const parts = []
  let text = ''
  const flush = () => {
    if (text !== '') parts.push(JSON.stringify(text.normalize('NFC')))
    text = ''
  }
  const tag = (written) => {
    flush()
    parts.push(written)
  }
  const attribute = (name, value) =>
    value === '' ? '' : ` ${name}=${JSON.stringify(value.normalize('NFC'))}`
  return {
    text(more) {
      text += more
    },
    open: (name, { title = '', lang = '' } = {}) =>
      tag(`<${name}${attribute('title', title)}${attribute('lang', lang)}>`),
    close: () => tag('</>'),
    stamp: (seconds) => tag(`<${seconds.toFixed(3)}>`),
    toString() {
      flush()
      return parts.join('')
    },
  }
}

/** The HTML element for a WebVTT tag, with its annotation. */
export function openTag(tree, name, annotation) {
  if (name === 'v') tree.open('span', { title: annotation })
  else if (name === 'lang') tree.open('span', { lang: annotation })
  else tree.open(name === 'c' ? 'span' : name)
}
