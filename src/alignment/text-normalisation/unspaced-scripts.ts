const undelimited =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Segmenters take time that grows faster than the text; sentences are shorter than this. UTF-16 code units. */
const slice = 500

/** Whether the text is written in a script that puts no space between words. */
export const isUnspaced = (text: string) => undelimited.test(text)

/** The words of such a text, as [from, to]; its characters where the engine has no Intl.Segmenter. */
export function* segmentUnspaced(text: string): Generator<[from: number, to: number]> {
  if (typeof Intl.Segmenter === 'undefined') {
    for (const { 0: character, index } of text.matchAll(/\p{L}\p{M}*/gu)) {
      yield [index, index + character.length]
    }
    return
  }
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  for (let at = 0; at < text.length; at += slice) {
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(at, at + slice))) {
      if (isWordLike) yield [at + index, at + index + segment.length]
    }
  }
}
