/** A client of the part of the W3C WebDriver protocol that the journey needs. */
export async function openSession(server, capabilities) {
  const { sessionId, capabilities: given } = await send(server, 'POST', '/session', {
    capabilities: { alwaysMatch: capabilities },
  })
  const ask = (method, path, body) => send(server, method, `/session/${sessionId}${path}`, body)
  return {
    capabilities: given,
    open: (address) => ask('POST', '/url', { url: address }),
    resize: (size) => ask('POST', '/window/rect', size),
    act: (...sources) => ask('POST', '/actions', { actions: sources }),
    screenshot: async () => Buffer.from(await ask('GET', '/screenshot'), 'base64'),
    async evaluate(run, ...args) {
      const script = `
        const done = arguments[arguments.length - 1]
        const args = Array.prototype.slice.call(arguments, 0, -1)
        Promise.resolve().then(() => (${run})(...args)).then(
          (value) => done({ value }),
          (error) => done({ error: String(error) }),
        )`
      const { value, error } = await ask('POST', '/execute/async', { script, args })
      if (error !== undefined) throw new Error(`In the page: ${error}`)
      return value
    },
    close: () => ask('DELETE', ''),
  }
}

async function send(server, method, path, body) {
  const response = await fetch(server + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value } = await response.json()
  if (!response.ok) throw new Error(`WebDriver ${path}: ${value?.error}: ${value?.message}`)
  return value
}

/** The protocol's private-use characters for keys that write no text. */
const namedKeys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
}

export function keyPress(key) {
  const value = namedKeys[key] ?? key
  if (value.length > 1) throw new Error(`keyPress: ${key} has no name in the protocol here`)
  return {
    type: 'key',
    id: 'keyboard',
    actions: [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ],
  }
}

export function mouseClick(x, y) {
  return {
    type: 'pointer',
    id: 'mouse',
    parameters: { pointerType: 'mouse' },
    actions: [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ],
  }
}
