import { defineFormat, type Format } from '../format.ts'
import { findList } from './find-list.ts'
import { jsonListKinds } from './kinds.ts'

/** The kinds of JSON that are lists of texts with times: a row of a table each, and one reader for all. */
export const jsonLists: readonly Format[] = jsonListKinds.map((kind) =>
  defineFormat({
    id: kind.id,
    folder: 'json-lists',
    name: kind.name,
    extensions: kind.extensions,
    mimeTypes: ['application/json'],
    detect(head) {
      const value = head.json()?.value
      if (findList(value, kind) === null) return 'no'
      return kind.isCommon === true ? 'likely' : 'certain'
    },
    load: () => import('./read.ts').then(({ readJsonList }) => readJsonList(kind)),
  }),
)
