/**
 * A cue's tree as one line that can be compared: `<span title="Ada">"Hello "<b>"you"</></>`. A tree's tags
 * are those of `getCueAsHTML()`: `<c>`, `<v>` and `<lang>` are all `<span>`. Classes are left out: the app
 * does not read them. Neither end tags at the very end nor where text is cut in two make a difference.
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

/** What a tag of WebVTT is in HTML, with its annotation. */
export function openTag(tree, name, annotation) {
  if (name === 'v') tree.open('span', { title: annotation })
  else if (name === 'lang') tree.open('span', { lang: annotation })
  else tree.open(name === 'c' ? 'span' : name)
}
