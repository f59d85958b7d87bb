export interface BookAddress {
  /** Path inside the archive. */
  readonly path: string
  readonly fragment: string
}

/** Resolves a reference in the file `from`; the result never leaves the archive. */
export function resolveAddress(from: string, reference: string): BookAddress {
  const hash = reference.indexOf('#')
  const file = unescape(hash === -1 ? reference : reference.slice(0, hash))
  const fragment = hash === -1 ? '' : unescape(reference.slice(hash + 1))
  const steps =
    file === '' ? from.split('/') : [...from.split('/').slice(0, -1), ...file.split('/')]
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return { path: path.join('/'), fragment }
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
