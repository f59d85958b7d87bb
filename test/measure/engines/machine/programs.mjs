import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Where the first of these programs that there is lies on the path; `null` if none does. */
export function findProgram(...names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return places.find((place) => existsSync(place)) ?? null
}

/** WebKit's small browser, which distributions keep out of the path, each in a place of its own. */
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
