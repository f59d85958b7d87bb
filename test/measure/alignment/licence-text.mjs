import { readFileSync } from 'node:fs'
import { ensurePackage } from './debian.mjs'

/** Present on every Debian system: half an hour of plain prose. */
const path = '/usr/share/common-licenses/GPL-3'

/**
 * Sentences that no prompt contains and that are read in only one way: without figures, brackets and addresses. In the
 * order of the text.
 */
export function licenceSentences() {
  ensurePackage('base-files', path)
  return readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .flatMap((paragraph) =>
      paragraph
        .replaceAll(/\s+/g, ' ')
        .trim()
        .split(/(?<=[.:;]) /),
    )
    .filter((sentence) => /^["A-Za-z][A-Za-z ,.;:'"-]+[.:;]$/.test(sentence))
    .filter((sentence) => !/[A-Z]{3}|--|\.\w/.test(sentence))
    .filter((sentence) => sentence.split(' ').length >= 4)
}
