import { formats } from '#formats/readers/registry.ts'

/** All formats that a text can be read as, by name. */
export const readableFormats: readonly { readonly format: string; readonly name: string }[] =
  formats
    .map(({ id, name }) => ({ format: id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
