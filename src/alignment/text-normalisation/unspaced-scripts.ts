const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** Segmenters take more than linear time, so text is segmented in slices longer than a sentence. UTF-16 code units. */
const slice = 500

/** Whether the text is written in a script that puts no space between words. */
export const isUnspaced = (text: string) => unspaced.test(text)

/** Segments such a text into words; into characters if the engine lacks Intl.Segmenter. */
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
