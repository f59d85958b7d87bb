import { expect, test } from 'vitest'
import { decodeCaptions, type BytePair } from '#formats/parsing/captions608/decode.ts'

/** Pairs from codes such as `RDC` and texts in quotes, one pair a second. */
function pairsOf(written: string): BytePair[] {
  const codes: Readonly<Record<string, string>> = {
    RCL: '1420',
    RDC: '1429',
    TR: '142a',
    BS: '1421',
    EDM: '142c',
    EOC: '142f',
  }
  const hex = written
    .match(/"[^"]*"|\S+/g)!
    .flatMap((token) =>
      token.startsWith('"')
        ? (token.slice(1, -1).match(/..?/g) ?? []).map((two) =>
            [...two.padEnd(2, '\0')]
              .map((one) => one.charCodeAt(0).toString(16).padStart(2, '0'))
              .join(''),
          )
        : [codes[token] ?? token],
    )
  return hex.map((code, time) => ({
    time,
    line: 1,
    bytes: [Number.parseInt(code.slice(0, 2), 16), Number.parseInt(code.slice(2), 16)],
  }))
}

function read(written: string) {
  const { segments, beside } = decodeCaptions(pairsOf(written))
  return { texts: segments.map(({ text }) => text), beside }
}

test('a paint-on caption does not begin on the text of the pop-on caption before it', () => {
  expect(read('RCL "We walked" EOC RDC "It rained" EDM').texts).toEqual(['We walked', 'It rained'])
})

test('the text service is counted, and does not erase captions', () => {
  const { texts, beside } = read('RCL "Rain" EOC TR "ab" BS 1220 EDM')
  expect(texts).toEqual(['Rain'])
  expect(beside).toBe(3)
})

test('data about the programme are no captions', () => {
  const { texts, beside } = read('RDC "Rain" 0143 "News" 0f5d RDC "Snow" EDM')
  expect(texts).toEqual(['Rain', 'Snow'])
  expect(beside).toBe(4)
})
