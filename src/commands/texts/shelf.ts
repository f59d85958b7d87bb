import type { Reading } from '#formats/read-transcript.ts'
import type { AppStore } from '#state/store.ts'
import type { ShelvedText } from '#state/texts-slice.ts'
import type { Chapter, Transcript } from '#transcript/transcript.ts'
import type { OpenRequest } from '../opening-request.ts'
import type { ReadText } from './read-text.ts'

/** A transcript of the recording, and what it was read from. */
export interface Shelved {
  readonly id: number
  readonly request: OpenRequest
  readonly source: ReadText['source']
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly reading: Reading & { readonly transcript: Transcript }
}

/** The transcripts that there are for a recording: one is shown, the others a choice away. */
export function createShelf(store: AppStore) {
  let shelved: readonly Shelved[] = []
  let shown: Shelved | null = null
  let lastId = 0
  /** They came in a file of their own, and are those of every text. */
  let chapters: { readonly request: OpenRequest; readonly of: readonly Chapter[] } | null = null

  function report() {
    store.getState().textsReported(shelved.map(toShelvedText), shown?.id ?? null)
  }

  function show(text: Shelved) {
    shown = text
    const { transcript, format, problems } = text.reading
    store.getState().documentOpened({
      name: text.source.name,
      format: format ?? '',
      transcript: chapters ? { ...transcript, chapters: chapters.of } : transcript,
      problems,
    })
    report()
  }

  return {
    get shown() {
      return shown
    },
    /** Adds texts, and shows the first of them. */
    add(texts: readonly Omit<Shelved, 'id'>[]) {
      const added = texts.map((text) => ({ ...text, id: (lastId += 1) }))
      shelved = [...shelved, ...added]
      if (added[0]) show(added[0])
    },
    /** Throws for an id that is not there: that is our own mistake. */
    show(id: number) {
      const text = shelved.find((each) => each.id === id)
      if (!text) throw new Error(`shelf: there is no text ${id}`)
      show(text)
    },
    /** The text as it was read another time. */
    replace(text: Shelved) {
      shelved = shelved.map((each) => (each.id === text.id ? text : each))
      if (shown?.id === text.id) show(text)
    },
    chaptersOpened(opened: readonly Chapter[], request: OpenRequest) {
      chapters = { request, of: opened }
      store.getState().chaptersOpened(opened)
    },
    /** Those of other requests belong to another recording. */
    keepOnly(request: OpenRequest | null) {
      const kept = shelved.filter((each) => each.request === request)
      if (kept.length === shelved.length) return
      shelved = kept
      const hadChapters = chapters !== null
      if (chapters?.request !== request) chapters = null
      if (shown && !kept.includes(shown)) {
        shown = null
        store.getState().documentClosed()
      } else if (shown && hadChapters && !chapters) return show(shown)
      report()
    },
  }
}

function toShelvedText({ id, source, reading }: Shelved): ShelvedText {
  const { format, encoding, candidates, transcript } = reading
  return {
    id,
    name: source.name,
    format: format ?? '',
    encoding,
    candidates,
    language: transcript.language ?? null,
  }
}
