import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of these programs that is installed; `null`: none is. */
export function findProgram(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}

/** WebKit's MiniBrowser, which distributions install outside of PATH, in different folders. */
export function findMiniBrowser() {
  const libraries = ['/usr/libexec', '/usr/lib', '/usr/lib64', ...multiarch('/usr/lib')]
  const places = libraries.flatMap((folder) =>
    names(folder)
      .filter((name) => /^webkit2?gtk-\d/.test(name))
      .map((name) => join(folder, name, 'MiniBrowser')),
  )
  return places.find((place) => existsSync(place)) ?? null
}

const multiarch = (folder) =>
  names(folder)
    .filter((name) => name.includes('-linux-gnu'))
    .map((name) => join(folder, name))

const names = (folder) => (existsSync(folder) ? readdirSync(folder) : [])
