import { watchPicture } from '#media/picture.ts'
import type { App } from '#commands/app.ts'
import { recordReports } from './record-reports.ts'

/** Writes down what there is to see, for as long as the page is open. */
export function reportPicture({ store, player }: App) {
  watchPicture(player.element, new AbortController().signal, recordReports(store))
}
