/** What a licence requires beyond its text in the notices. */
export type Duty = 'text' | 'source' | 'source and replacement'

/**
 * The licences that `dist/` may contain, by SPDX expression. The build fails for any other: read the licence first, then
 * add a row here and, if it requires more than its text, a paragraph in `write-notices.ts`.
 */
export const allowedLicences: ReadonlyMap<string, Duty> = new Map([
  ['0BSD', 'text'],
  ['Apache-2.0', 'text'],
  ['Apache-2.0 WITH LLVM-exception', 'text'],
  ['BSD-2-Clause', 'text'],
  ['BSD-3-Clause', 'text'],
  ['ISC', 'text'],
  ['MIT', 'text'],
  ['Zlib', 'text'],
  ['MPL-2.0', 'source'],
  ['LGPL-2.1-only', 'source and replacement'],
  ['LGPL-3.0-or-later', 'source and replacement'],
  // ONNX Runtime's WebAssembly; the part under MPL-2.0 is Eigen.
  ['MIT AND BSD-2-Clause AND BSD-3-Clause AND Apache-2.0 AND BSL-1.0 AND MPL-2.0', 'source'],
])
