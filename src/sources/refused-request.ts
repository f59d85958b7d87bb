/** What a server that answers with an error says, in words for the page, and whether it is asked again. */

/** The longest time that one request waits for a busy server, over all its tries. Milliseconds. */
const longestWaitMs = 120_000
/** The waits where the server does not say for how long, or where another origin hides it. Milliseconds. */
const unstatedWaitsMs = [1000, 2000, 4000, 8000, 15_000]

/** Busy, overloaded, or behind a gateway that did not get an answer in time: the same request may succeed later. */
const busy = new Set([429, 502, 503, 504])

/**
 * Milliseconds until the next try of a request that was refused; `null` where another try is of no use, or too late.
 * `tries`: how many were made; `waitedMs`: how long they have waited together.
 */
export function waitBeforeNextTry(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  { tries, waitedMs }: { tries: number; waitedMs: number },
): number | null {
  const unstated = unstatedWaitsMs[tries - 1]
  if (!busy.has(status) || unstated === undefined) return null
  const delayMs = statedWaitMs(headers) ?? unstated
  return waitedMs + delayMs > longestWaitMs ? null : delayMs
}

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */
function statedWaitMs(headers: Headers): number | null {
  const stated = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(stated)) return Number(stated) * 1000
  const date = Date.parse(stated)
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now())
}

/** Completes "It could not be fetched:". */
export function explainRefusal({ status, headers }: Pick<Response, 'status' | 'headers'>): string {
  const says = sentences[status] ?? (status >= 500 ? 'the server failed' : 'the server refused')
  return `${says} (${status})${busy.has(status) ? nextTime(headers) : ''}`
}

const sentences: Record<number, string | undefined> = {
  401: 'the server gives it only to those who log in',
  403: 'the server does not give it to everyone',
  404: 'the server says there is nothing at this address',
  410: 'the server says that it has been deleted',
  416: 'the server says that the file ends before the part that was requested',
  429: 'the server was asked too often, and refuses for now',
  451: 'the server may not give it, for legal reasons',
  500: 'the server failed',
  502: 'the server is overloaded or being repaired',
  503: 'the server is overloaded or being repaired',
  504: 'the server is overloaded or being repaired',
}

function nextTime(headers: Headers): string {
  const waitMs = statedWaitMs(headers)
  if (waitMs === null) return ', also when asked again. Try again in some minutes'
  if (waitMs === 0) return ', also when asked again'
  const [count, unit] = waitMs < 90_000 ? [waitMs / 1000, 'second'] : [waitMs / 60_000, 'minute']
  const whole = Math.ceil(count)
  return `, and asks to wait ${whole} ${unit}${whole === 1 ? '' : 's'}`
}
