import { expect, test } from 'vitest'
import { parseHtml } from '#formats/parsing/html/parse-html.ts'
import { descendantsOf, textIn } from '#formats/parsing/xml/tree.ts'

test('scripts, styles and templates are no text', () => {
  const { root } = parseHtml(
    '<p>a<script>b</script><style>c</style><template><p>d</p></template>e</p>',
  )
  expect(textIn(root)).toBe('ae')
})

test('elements know their lines, and references are letters', () => {
  const { root } = parseHtml('<div>\n<p id="x">&eacute;&amp;\n</p><P>z')
  expect(descendantsOf(root, 'p').map((p) => [p.line, textIn(p)])).toEqual([
    [2, 'é&\n'],
    [3, 'z'],
  ])
})

test('a hundred elements inside each other keep their text, a hundred thousand are no crash', () => {
  expect(textIn(parseHtml(`${'<i>'.repeat(100)}deep${'</i>'.repeat(100)} after`).root)).toBe(
    'deep after',
  )
  expect(parseHtml('<i>'.repeat(100_000)).isWhole).toBe(false)
})
