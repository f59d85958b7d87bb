import { refuseShape } from '../../parsing/json/refuse-shape.ts'
import { readTimedList } from '../../parsing/timed-lists/read-list.ts'
import type { ReadFormat } from '../format.ts'
import { findList } from './find-list.ts'
import type { JsonListKind } from './kind.ts'

/** The reader of one kind of the tables in this folder. */
export function readJsonList(kind: JsonListKind): ReadFormat {
  return ({ json, name }) => {
    const document = json()
    const found = findList(document?.value, kind)
    if (document === null || found === null) {
      return refuseShape(name, kind.name.replace(/ JSON$/, ''))
    }
    const { unit: _, ...read } = readTimedList(document, found, name)
    return read
  }
}
