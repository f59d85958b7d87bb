import { speakerNameOf } from '../json/times.ts'
import { asArray, asText, isRecord, property } from '../json/values.ts'
import { firstAt, valueAt } from './key-paths.ts'
import { outlineOf } from './outline.ts'

/** Turns what a file writes for a speaker into a name. */
export interface SpeakerTable {
  /** `undefined` if the value names nobody. */
  nameOf(value: unknown): string | undefined
}

const tableNames =
  /^(?:speakers?|speaker_?(?:names?|labels?|map)|participants?|parties|attendees|voices)$/i
const idKeys = ['id', 'speaker_id', 'spk', 'tag', 'key', 'label', 'index', 'uuid']
const nameKeys = ['name', 'speaker_name', 'display_name', 'full_name', 'label']
const mostSpeakers = 2000

/**
 * Collects the names that a document lists by id, in `speakers`, `participants` and the like. A number becomes
 * `Speaker 1`; an id that nobody can read (a UUID) becomes the next free number. `keepsNumbers`: numbers written as
 * text are shown as they are.
 */
export function createSpeakerTable(
  root: unknown,
  { keepsNumbers }: { keepsNumbers: boolean },
): SpeakerTable {
  const names = namesIn(root)
  const opaque = new Map<string, string>()
  const labelOf = (written: string): string | undefined => {
    const text = written.replace(/\s+/g, ' ').trim()
    if (text === '') return undefined
    const known = names.get(text)
    if (known !== undefined) return known
    const wrapped = /^\(\s*speaker\s*(\d{1,6})\s*\)$/i.exec(text)
    if (wrapped !== null) return `Speaker ${wrapped[1]}`
    if (isOpaque(text)) {
      const label = opaque.get(text) ?? `Speaker ${opaque.size + 1}`
      opaque.set(text, label)
      return label
    }
    return text
  }
  const nameOf = (value: unknown): string | undefined => {
    if (isRecord(value)) {
      return nameOfScalar(firstAt(value, nameKeys)) ?? nameOfScalar(firstAt(value, idKeys))
    }
    return nameOfScalar(value)
  }
  const nameOfScalar = (value: unknown): string | undefined => {
    if (typeof value === 'number' && Number.isFinite(value)) {
      const known = names.get(String(value))
      if (known !== undefined) return known
      return isOpaque(String(value)) ? labelOf(String(value)) : `Speaker ${value}`
    }
    const label = labelOf(asText(value) ?? '')
    return keepsNumbers ? label : speakerNameOf(label)
  }
  return { nameOf }
}

function namesIn(root: unknown): Map<string, string> {
  const names = new Map<string, string>()
  const add = (id: unknown, name: unknown) => {
    const key = typeof id === 'number' ? String(id) : asText(id)?.trim()
    const shown = asText(name)?.trim()
    if (key === undefined || key === '' || shown === undefined || shown === '') return
    if (names.size < mostSpeakers && !names.has(key)) names.set(key, shown)
  }
  for (const { steps, samples } of outlineOf(root)) {
    if (!tableNames.test(steps.at(-1) ?? '')) continue
    const entries = samples.flatMap(({ value }) => asArray(value).slice(0, mostSpeakers))
    // the id of one may be the index of another
    for (const id of idKeys) {
      for (const entry of entries) add(valueAt(entry, id), firstAt(entry, nameKeys))
    }
    for (const { value } of samples) {
      if (!isRecord(value)) continue
      for (const key of Object.keys(value).slice(0, mostSpeakers)) {
        const entry = property(value, key)
        // `{"0": "Ada", "1": {"name": "Bob"}}`, and not the object of one speaker
        if (isRecord(entry)) add(key, firstAt(entry, nameKeys))
        else if (/\d$/.test(key)) add(key, entry)
      }
    }
  }
  return names
}

/** UUIDs, hashes and long numbers. */
function isOpaque(text: string): boolean {
  return (
    /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(text) ||
    /^\d{9,}$/.test(text) ||
    (/^[\da-f]{16,}$/i.test(text) && /\d/.test(text))
  )
}
