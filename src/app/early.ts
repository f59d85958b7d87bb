import { createKeyValueStore } from '#storage/key-value-store.ts'
import { readPreferences } from '#storage/preferences.ts'
import { checkAddress, foreignHosts } from '#sources/check-address.ts'
import { holdEarlyDrops } from '#sources/early-drops.ts'
import { demo, readPageAddress } from '#sources/page-address.ts'
import { applyLook } from './apply-preferences.ts'

/*
 * Runs in the head of index.html, where the build inlines it, while the app's code is on its way: gives the page the look that
 * the listener has chosen, requests the transcript that the address names, and holds files that are dropped.
 */
holdEarlyDrops(window)

const root = document.documentElement
const preferences = readPreferences(createKeyValueStore(() => window.localStorage))
applyLook(preferences, root)
if (!preferences.showWaveform) root.dataset['waveform'] = 'collapsed'

const asked = readPageAddress(window.location)
const named = asked.audio === null && asked.transcript === null ? demo : asked
const addresses = [named.transcript, named.chapters]
// Nothing is asked of other people's servers before the listener has agreed: the page shows an offer instead of the player.
if (foreignHosts([asked.audio, asked.peaks, ...addresses], document.baseURI).length > 0) {
  root.dataset['shell'] = 'offer'
} else {
  for (const address of addresses) {
    const checked = address === null ? null : checkAddress(address, document.baseURI)
    if (checked?.ok) preload(checked.address)
  }
}

/** As `sources/request-bytes.ts` requests it, so that the browser gives it the same answer. */
function preload(address: string) {
  const link = document.createElement('link')
  link.rel = 'preload'
  link.as = 'fetch'
  link.crossOrigin = 'anonymous'
  link.referrerPolicy = 'no-referrer'
  link.href = address
  document.head.append(link)
}
