/** The parts whose code could not be had, by what shows them again: one note names them all, since several may be in one file. */
const names = new Map<() => void, string>()
const listeners = new Set<() => void>()
let list: readonly string[] = []

function changed() {
  list = [...names.values()]
  for (const listen of listeners) listen()
}

export const missingParts = {
  add(showAgain: () => void, name: string) {
    names.set(showAgain, name)
    changed()
  },
  remove(showAgain: () => void) {
    if (names.delete(showAgain)) changed()
  },
  /** “the settings”, in the order in which they failed; the same array until that changes. */
  list: () => list,
  showAgain() {
    for (const showAgain of names.keys()) showAgain()
  },
  subscribe(listen: () => void) {
    listeners.add(listen)
    return () => void listeners.delete(listen)
  },
}
