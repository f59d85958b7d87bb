import type { AppFacts } from '#state/store.ts'
import { defineCommands } from './command.ts'

const hasText = ({ document }: AppFacts) => document.status === 'open'

export const transcriptCommands = defineCommands([
  {
    id: 'next-text',
    label: 'Next transcript',
    help: 'Show another transcript of this recording: a language, a version',
    group: 'Read',
    keys: [{ key: 'Shift+T', on: 'anywhere' }],
    isPossible: ({ transcripts }) => transcripts.order.length > 1,
    run({ transcripts, store }) {
      transcripts.showNext()
      const { document, statusAnnounced } = store.getState()
      if (document.status === 'open') statusAnnounced(`Transcript: ${document.name}`)
    },
  },
  {
    id: 'reading',
    label: 'Reading report',
    help: 'Show the problems of the transcript’s file, and read it in another format or encoding',
    group: 'Read',
    keys: [{ key: 'I', on: 'anywhere' }],
    isPossible: hasText,
    run: ({ store }) => store.getState().dialogChanged('reading'),
  },
  {
    id: 'save-text',
    label: 'Save transcript',
    help: 'Save the transcript as a file, in one of many formats',
    group: 'Read',
    keys: [{ key: 'E', on: 'anywhere' }],
    isPossible: hasText,
    run: ({ store }) => store.getState().dialogChanged('save'),
  },
])
