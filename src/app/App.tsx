import { useDeferredValue, useEffect } from 'react'
import type { CSSProperties } from 'react'
import { FolderOpen, Keyboard, Link, Settings2 } from 'lucide-react'
import type { OpenRecording } from '#state/app-state.ts'
import { mayLoadRest } from '#state/first-screen.ts'
import { ChapterList } from '#ui/chapters/ChapterList.tsx'
import { useFact } from '#ui/kit/app-context.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'
import { lazyPart } from '#ui/kit/lazy-part.tsx'
import { PanelFailure } from '#ui/kit/PanelFailure.tsx'
import { Notices } from '#ui/notices/Notices.tsx'
import { DropArea } from '#ui/opening/DropArea.tsx'
import { FilePicker } from '#ui/opening/FilePicker.tsx'
import { OpeningBar } from '#ui/opening/OpeningBar.tsx'
import { ReadingNote } from '#ui/opening/ReadingNote.tsx'
import { Picture } from '#ui/picture/Picture.tsx'
import { SilenceNote } from '#ui/picture/SilenceNote.tsx'
import { PlayerBar } from '#ui/player-bar/PlayerBar.tsx'
import { FollowChip } from '#ui/transcript/FollowChip.tsx'
import { TextTools } from '#ui/transcripts/TextTools.tsx'
import { TranscriptPane } from '#ui/transcript/TranscriptPane.tsx'
import { Waveform } from '#ui/waveform/Waveform.tsx'
import { Dialogs } from './Dialogs.tsx'
import { PlayerPlace } from './PlayerPlace.tsx'
import { TextSkeleton } from './TextSkeleton.tsx'
import './app.css'
import './shell.css'

const EmptyPage = lazyPart(
  {
    name: 'the way to open files',
    load: async () => (await import('#ui/opening/EmptyPage.tsx')).EmptyPage,
  },
  PanelFailure,
)
const SearchBar = lazyPart(
  { name: 'the search', load: async () => (await import('#ui/search/SearchBar.tsx')).SearchBar },
  PanelFailure,
)
const LinkOffer = lazyPart(
  {
    name: 'the question about this link',
    load: async () => (await import('#ui/opening/LinkOffer.tsx')).LinkOffer,
  },
  PanelFailure,
)
const AlignmentNote = lazyPart(
  {
    name: 'the search for word times',
    load: async () => (await import('#ui/alignment/AlignmentNote.tsx')).AlignmentNote,
  },
  PanelFailure,
)
const ShiftNote = lazyPart(
  {
    name: 'the check of times',
    load: async () => (await import('#ui/transcripts/ShiftNote.tsx')).ShiftNote,
  },
  PanelFailure,
)
const TimingTools = lazyPart(
  {
    name: 'the menu of timing',
    load: async () => (await import('#ui/alignment/TimingTools.tsx')).TimingTools,
  },
  PanelFailure,
)

export function App({ stored }: Parameters<typeof Dialogs>[0]) {
  const title = useFact(({ recording, document }) =>
    recording.status === 'open'
      ? recording.name
      : document.status === 'none'
        ? null
        : (document.transcript.title ?? document.name),
  )
  useEffect(() => {
    document.title = title === null ? 'Earshot' : `${title} – Earshot`
  }, [title])
  const isEmpty = useFact(
    ({ recording, document, opening }) =>
      recording.status === 'none' && document.status === 'none' && opening.status === 'idle',
  )
  const showsRest = useDeferredValue(useFact(mayLoadRest))
  const isFirstScreenShown = useFact((state) => state.isFirstScreenShown)
  const isSearching = useFact(({ search }) => search.isOpen)
  const isOffered = useFact(({ offeredLink }) => offeredLink !== null)
  const picture = useFact(({ recording }) =>
    recording.status === 'open' ? recording.picture : null,
  )
  const text = useFact(({ document }) => document.status)
  const hasSound = useFact(({ recording }) => recording.status === 'open')
  const isDraft = useFact(
    ({ document }) => document.status === 'open' && document.format === 'draft',
  )

  return (
    <div className="app" data-picture={picture !== null} style={roomFor(picture)}>
      <header className="app-header">
        <p className="app-brand">
          <b>Earshot</b> <span>Read what you hear.</span>
        </p>
        <div className="app-tools">
          <CommandButton command="open-files" icon={FolderOpen} look="text" />
          <CommandButton command="open-addresses" icon={Link} />
          <CommandButton command="help" icon={Keyboard} />
          <CommandButton command="settings" icon={Settings2} />
        </div>
      </header>
      <main>
        <h1 className="app-title" dir="auto">
          {title ?? 'Earshot'}
        </h1>
        <OpeningBar />
        <Notices />
        {isOffered ? (
          <LinkOffer />
        ) : isEmpty ? (
          <EmptyPage />
        ) : (
          <div className="app-column">
            <PlayerPlace>
              <Picture />
              <Waveform />
              <PlayerBar />
              {showsRest || isSearching ? <SearchBar /> : null}
              <FollowChip />
            </PlayerPlace>
            <section
              className="app-transcript"
              aria-labelledby="transcript-heading"
              data-region="transcript"
            >
              <div className="app-transcript-header">
                <h2 id="transcript-heading" className="app-transcript-heading">
                  Transcript
                  {isDraft ? <span className="app-draft-badge">Machine-made draft</span> : null}
                </h2>
                <div className="app-transcript-tools">
                  {showsRest && hasSound && text === 'open' ? <TimingTools /> : null}
                  <TextTools />
                </div>
              </div>
              <ChapterList />
              <ReadingNote />
              <SilenceNote />
              {showsRest && hasSound ? (
                <>
                  <ShiftNote />
                  <AlignmentNote />
                </>
              ) : null}
              {text !== 'none' ? <TranscriptPane /> : isFirstScreenShown ? null : <TextSkeleton />}
            </section>
          </div>
        )}
      </main>
      <FilePicker />
      <DropArea />
      <Dialogs stored={stored} />
    </div>
  )
}

/** Style sheets need the picture's proportions to lay the page out before its first frame. */
const roomFor = (picture: OpenRecording['picture']) =>
  (picture ? { '--picture-ratio': picture.width / picture.height } : {}) as CSSProperties
