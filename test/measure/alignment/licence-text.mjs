import { readFileSync } from 'node:fs'
import { ensurePackage } from './debian.mjs'

/** On every Debian: half an hour of plain prose. */
const path = '/usr/share/common-licenses/GPL-3'

/**
 * Sentences that are in no prompt, and that leave no doubt how they are read: no figures, no brackets, no
 * addresses. In the order of the text.
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
