import { toggleFullScreen } from '#media/full-screen.ts'
import type { AppFacts } from '#state/store.ts'
import { defineCommands } from './command.ts'

const hasPicture = ({ recording }: AppFacts) =>
  recording.status === 'open' && recording.picture !== null

export const pictureCommands = defineCommands([
  {
    id: 'full-screen',
    label: 'Full screen',
    help: 'Show the picture of a film on the full screen, or on the page again',
    group: 'Play',
    keys: [{ key: 'Shift+F', on: 'anywhere' }],
    isPossible: hasPicture,
    run: ({ store, player }) => {
      void toggleFullScreen(player.element).then((isDone) => {
        if (!isDone) {
          store.getState().statusAnnounced('The browser does not let the picture fill the screen')
        }
      })
    },
  },
])
