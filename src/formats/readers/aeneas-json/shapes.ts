import type { Score } from '../format.ts'
import { asArray, property } from '../../parsing/json/values.ts'

/** `{fragments: [{begin, end, lines: []}]}` */
export function scoreAeneasJson(value: unknown): Score {
  const fragments = asArray(property(value, 'fragments')).slice(0, 20)
  const isFragment = (fragment: unknown) =>
    property(fragment, 'begin') !== undefined && Array.isArray(property(fragment, 'lines'))
  return fragments.some(isFragment) ? 'certain' : 'no'
}
