import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearchIndex } from '#transcript/search.ts'
import { line } from '../../support/transcripts.ts'

const find = (texts: readonly string[], query: string) => {
  const lines = texts.map((text) => line(0, 1, { text }))
  return createSearchIndex(lines)
    .find(query)
    .map(({ line: at, from, to }) => `${at}:${texts[at]!.slice(from, to)}`)
}

describe('a search', () => {
  test('finds every place in reading order', () => {
    expect(find(['Raqqa and Raqqa', 'the city', 'in Raqqa'], 'raqqa')).toEqual([
      '0:Raqqa',
      '0:Raqqa',
      '2:Raqqa',
    ])
  })

  test.each([
    ['case', 'ÉCOLE', 'école'],
    ['accents', 'détourner', 'detourner'],
    ['accents the other way', 'naive', 'naïve'],
    ['curly quotes', 'don’t', "don't"],
    ['runs of spaces and breaks', 'so \n many', 'so many'],
    ['zero-width spaces and soft hyphens', 'he\u200Bl\u00ADlo', 'hello'],
    ['ligatures', 'ﬁlm', 'film'],
    ['Arabic vowel signs', 'تُذبَح', 'تذبح'],
  ])('does not mind %s', (_, text, query) => {
    expect(find([`x ${text} y`], query)).toEqual([`0:${text}`])
  })

  test('for nothing finds nothing', () => {
    expect(find(['a b'], '  ')).toEqual([])
  })

  test('finds any piece of any text, and says exactly where', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
        const signs = Array.from(original)
        const first = a % signs.length
        const piece = signs.slice(first, first + 1 + (b % 5)).join('')
        const hits = createSearchIndex([line(0, 1, { text: original })]).find(piece)
        for (const { from, to } of hits) {
          expect(from).toBeLessThan(to)
          expect(to).toBeLessThanOrEqual(original.length)
        }
      }),
    )
  })
})
