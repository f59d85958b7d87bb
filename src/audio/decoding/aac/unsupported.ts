/** Sound that is not plain AAC-LC: the browser's decoder may know more. */
export class UnsupportedAac extends Error {
  override readonly name = 'UnsupportedAac'
}
