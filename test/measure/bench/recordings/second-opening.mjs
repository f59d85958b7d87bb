import { setTimeout as wait } from 'node:timers/promises'
import { timesIn } from './drawing.mjs'
import { giveFile, newPage, openPage, readOpening, waitForPeaks } from './visit.mjs'

const patienceMs = 30_000

export const definition =
  'second opening: the same file given to a new page in the same browser, which has kept what was found ' +
  'out about it, until the peaks are drawn.'

/** Milliseconds. `page` has drawn it. */
export async function measureSecondOpening(context, page, { address, path }) {
  await waitUntilKept(page)
  await page.close()
  const again = await newPage(context)
  await openPage(again, address)
  await giveFile(again, path)
  await waitForPeaks(again, ['drawn'], { patienceMs })
  return timesIn(await readOpening(again)).peaks
}

async function waitUntilKept(page) {
  for (let waited = 0; !(await page.evaluate(isAnythingKept)); waited += 100) {
    if (waited > patienceMs) throw new Error('what was drawn is not kept')
    await wait(100)
  }
}

/** Runs in the page. To open a database that is not there would make one. */
async function isAnythingKept() {
  const name = 'earshot.recordings'
  const databases = await indexedDB.databases()
  if (databases.every((database) => database.name !== name)) return false
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const database = await done(indexedDB.open(name))
  const kept = await done(database.transaction('recordings').objectStore('recordings').count())
  database.close()
  return kept > 0
}
