import { writers } from '#formats/writers/registry.ts'

/** A format to save in, and what it can hold. */
export type WritableFormat = Pick<
  (typeof writers)[number],
  'id' | 'name' | 'extension' | 'supports' | 'needsTimes'
>

/** All formats that a text can be saved in, in the order of menus. */
export const writableFormats: readonly WritableFormat[] = writers
