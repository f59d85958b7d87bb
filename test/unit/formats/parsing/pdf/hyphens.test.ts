import { expect, test } from 'vitest'
import { joinHyphens } from '#formats/parsing/pdf/hyphens.ts'

const join = (lines: readonly string[], known: readonly string[] = []) =>
  joinHyphens(lines, new Set(known))

test.each([
  [['the pho-', 'tograph'], 'the photograph'],
  [['the pho\u00ad', 'tograph'], 'the photograph'],
  [['an Anglo-', 'Saxon king'], 'an Anglo-Saxon king'],
  [['in the mid-', '1950s'], 'in the mid-1950s'],
  [['I heard a car --', 'and then'], 'I heard a car -- and then'],
  [['she said –', 'nothing'], 'she said – nothing'],
  [['one', 'two  three'], 'one two three'],
])('%j is “%s”', (lines, text) => {
  expect(join(lines)).toBe(text)
})

test('a word that has its hyphen elsewhere keeps it', () => {
  expect(join(['a well-', 'known man'], ['well-known'])).toBe('a well-known man')
  expect(join(['the co-', 'operation'], ['co-operation', 'cooperation'])).toBe('the cooperation')
})
