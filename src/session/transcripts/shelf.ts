import type { ReadResult } from '#formats/read-transcript.ts'
import type { AppStore } from '#state/store.ts'
import type { ShelvedText } from '#state/texts-slice.ts'
import type { Chapter, Transcript } from '#transcript/transcript.ts'
import type { OpenRequest } from '../opening/opening-request.ts'
import type { ReadText } from './read-text.ts'

/** A transcript of the recording, and what it was read from. */
export interface Shelved {
  readonly id: number
  readonly request: OpenRequest
  readonly source: ReadText['source']
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly reading: ReadResult & { readonly transcript: Transcript }
  /** With times that were found in the sound, instead of those it was read with. */
  readonly timed?: Transcript | null
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
    const { format, problems } = text.reading
    store.getState().documentOpened({
      name: text.source.name,
      format: format ?? '',
      transcript: shownTranscript(text),
      problems,
    })
    report()
  }

  const shownTranscript = ({ reading, timed }: Shelved) => {
    const transcript = timed ?? reading.transcript
    return chapters ? { ...transcript, chapters: chapters.of } : transcript
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
    /** Its times as they were found in the sound; `null`: those it was read with. */
    giveTimes(id: number, timed: Transcript | null) {
      shelved = shelved.map((each) => (each.id === id ? withTimes(each, timed) : each))
      const text = shelved.find((each) => each.id === id)
      if (!text || shown?.id !== id) return
      shown = text
      store.getState().documentTimed(shownTranscript(text))
    },
    /** What Earshot writes itself goes on: the text is another one. */
    rewrite(id: number, transcript: Transcript) {
      const text = shelved.find((each) => each.id === id)
      if (!text) return
      const again = { ...text, reading: { ...text.reading, transcript }, timed: null }
      shelved = shelved.map((each) => (each === text ? again : each))
      if (shown === text) {
        shown = again
        store.getState().documentTimed(shownTranscript(again))
      }
      report()
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

const withTimes = (text: Shelved, timed: Transcript | null): Shelved => ({ ...text, timed })

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
