import { foreignHosts } from '#sources/check-address.ts'
import { readPageAddress } from '#sources/page-address.ts'
import type { RunningApp } from './create-app.ts'

/**
 * Opens what the address of the page names, or the demo. A link that names servers other than the page's own is offered
 * first. `base`: `document.baseURI`.
 */
export async function openPageAddress(
  { store, opener }: Pick<RunningApp, 'store' | 'opener'>,
  { location, base }: { location: Pick<Location, 'search' | 'hash'>; base: string },
): Promise<void> {
  const request = readPageAddress(location)
  const { audio, transcript, chapters, peaks } = request
  const hosts = foreignHosts([audio, transcript, chapters, peaks], base)
  if (audio === null && transcript === null) await opener.openDemo(request.time)
  else if (hosts.length > 0) store.getState().linkOffered({ ...request, hosts })
  else await opener.openAddresses(request)
}
