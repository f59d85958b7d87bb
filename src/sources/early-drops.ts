import { carriesFiles, transferredFiles } from './data-transfer.ts'

declare global {
  interface Window {
    /** Files of the drops that no view has opened yet; absent once a view opens them itself. */
    earlyDrops?: File[][]
  }
}

/**
 * Keeps the browser from leaving the page for a dropped file, as long as the page lives, and keeps the files of the drops
 * until `takeEarlyDrops`. Runs before the app's code has arrived (`app/early.ts`).
 */
export function holdEarlyDrops(page: Window): void {
  page.earlyDrops = []
  for (const name of ['dragover', 'drop'] as const) {
    page.addEventListener(name, (event) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      if (name === 'drop') page.earlyDrops?.push(transferredFiles(event.dataTransfer))
    })
  }
}

/** What was dropped before, one list of files for each drop, in their order. Later drops are the caller's. */
export function takeEarlyDrops(page: Window): readonly File[][] {
  const drops = page.earlyDrops ?? []
  delete page.earlyDrops
  return drops
}
