import { expect, test } from 'vitest'
import { deepestElement, parseXml } from '#formats/parsing/xml/parse-xml.ts'
import { rootName } from '#formats/parsing/xml/root-name.ts'
import { attributeOf, childOf, textIn } from '#formats/parsing/xml/tree.ts'

test('elements keep their namespaces and lines, and texts their references', () => {
  const { root, problems } = parseXml(
    '\n<?xml version="1.0"?>\n<a xmlns="urn:a" xmlns:b="urn:b">\n<b:c d="1&#10;2">x &lt; &#x79;<![CDATA[ & z]]></b:c></a>',
    'a.xml',
  )
  expect(problems).toEqual([])
  expect(root).toMatchObject({ name: 'a', uri: 'urn:a', line: 3 })
  const child = childOf(root!, 'c')!
  expect(child).toMatchObject({ uri: 'urn:b', line: 4 })
  expect(attributeOf(child, 'd')).toBe('1\n2')
  expect(textIn(child)).toBe('x < y & z')
})

test('signs that XML does not allow are read as in HTML, and one problem says so', () => {
  const { root, problems } = parseXml(
    '<a>fish & chips\n&eacute;t&eacute; &constructor; V&W a < b I <3 <u:b>R&D;</u:b>' +
      '<!-- & --><![CDATA[ & &eacute; ]]></a>',
    'a.xml',
  )
  expect(problems).toEqual([
    {
      code: 'xml-signs',
      severity: 'note',
      line: 1,
      message:
        'a.xml has 8 signs that XML does not allow in text (lines 1, 2, 2 and 5 more), such as a bare “&”; they were read as in HTML.',
    },
  ])
  expect(textIn(root!)).toBe('fish & chips\nété &constructor; V&W a < b I <3 R&D; & &eacute; ')
})

test.each([
  ['<a>\n<b>whole</b>\n<c', 'xml-truncated', 3],
  ['<a>\n<b>whole</b>\n</c></a>', 'xml-damaged', 3],
])('what is whole before damage is read: %j', (text, code, line) => {
  const { root, problems } = parseXml(text, 'a.xml')
  expect(textIn(childOf(root!, 'b'))).toBe('whole')
  expect(problems).toMatchObject([{ code, line, severity: 'warning' }])
})

test('a hundred thousand levels are no crash', () => {
  const { root, problems } = parseXml('<a>'.repeat(100_000), 'a.xml')
  expect(root).not.toBeNull()
  expect(problems).toMatchObject([{ code: 'xml-too-deep' }])
  expect(problems[0]!.message).toContain(String(deepestElement))
})

test('a DTD with declarations is refused, one that only names itself is not looked up', () => {
  expect(
    parseXml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]><a>&x;</a>', 'a.xml'),
  ).toMatchObject({
    root: null,
    problems: [{ code: 'xml-dtd', severity: 'error' }],
  })
  expect(parseXml('<!DOCTYPE a SYSTEM "https://x.invalid/a.dtd"><a/>', 'a.xml').problems).toEqual(
    [],
  )
})

test.each([
  ['<?xml version="1.0"?>\n<!-- <no> -->\n<!DOCTYPE x [<!ENTITY y "z">]>\n<b:root a="1">', 'root'],
  ['<tt/>', 'tt'],
  ['tt', null],
  ['<!-- open', null],
  ['', null],
])('the root of %j is %j', (text, name) => {
  expect(rootName(text)).toBe(name)
})
