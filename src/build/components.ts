import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { allowedLicences } from './allowed-licences.ts'

/** Third-party work in `dist/`. */
export interface Component {
  readonly name: string
  readonly version: string | null
  /** An SPDX expression. */
  readonly licence: string
  /** The address of its source. */
  readonly origin: string
  /** The full text of the licence. */
  readonly text: string
  /** The component that contains it; `null` for a package. */
  readonly within: string | null
  /** Names relative to `dist/`. */
  readonly files: readonly string[]
}

/** A JavaScript file of the build, and the modules it was made of. */
export interface BuiltChunk {
  readonly fileName: string
  readonly moduleIds: readonly string[]
}

export interface PartOfPackage {
  readonly name: string
  readonly licence: string
  readonly origin: string
  /** Names of files in `licences/`. */
  readonly textFiles: readonly string[]
}

interface Texts {
  /** The folder of licence texts that packages lack. */
  readonly folder: string
  readonly ofPackages: ReadonlyMap<string, readonly string[]>
  readonly partsOfPackages: ReadonlyMap<string, readonly PartOfPackage[]>
}

/** Licence files of packages: LICENSE, LICENCE.md, COPYING … */
const licenceFile = /^(licen[cs]e|copying|notice)([.-].*)?$/i

/**
 * The packages whose modules the chunks contain, with the parts that these packages contain, by name. Throws for a licence
 * that is not allowed, for a missing text, and for a replaceable library that shares its file with other code.
 */
export function componentsOf(chunks: readonly BuiltChunk[], texts: Texts): readonly Component[] {
  const packages = new Map<string, { folder: string; files: Set<string> }>()
  for (const { fileName, moduleIds } of chunks) {
    for (const id of moduleIds) {
      const found = packageOf(id)
      if (!found) continue
      const known = packages.get(found.name) ?? { folder: found.folder, files: new Set() }
      packages.set(found.name, known)
      known.files.add(fileName)
    }
  }
  const components = [...packages].flatMap(([name, { folder, files }]) => {
    const own = readPackage({ name, folder, files: [...files].sort() }, texts)
    const parts = (texts.partsOfPackages.get(name) ?? []).map((part) => ({
      ...part,
      version: null,
      text: given(part.textFiles, texts.folder),
      within: `${name} ${own.version}`,
      files: own.files,
    }))
    for (const component of [own, ...parts]) {
      if (dutyOf(component) === 'source and replacement') assertAlone(name, component, chunks)
    }
    return [own, ...parts]
  })
  return components.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

/** Throws if the licence of a component is not on the list. */
export function dutyOf({ name, licence }: Pick<Component, 'name' | 'licence'>) {
  const duty = allowedLicences.get(licence)
  if (duty !== undefined) return duty
  throw new Error(
    `${name} is under “${licence}”, which src/build/allowed-licences.ts does not list. Read the licence; then allow it there, or do without ${name}.`,
  )
}

/** Joins files of `licences/`. */
export const given = (names: readonly string[], folder: string) =>
  names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n')

/** The package of a module. Helpers that the bundler adds have ids without a path. */
function packageOf(id: string) {
  const helper = /^\0(vite|rolldown)\//.exec(id)?.[1]
  const path = helper === undefined ? id : join(packagesFolder, helper, 'helper')
  const found = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/.exec(path)
  return found && { folder: found[1]!.replace(/^\0/, ''), name: found[2]!.replace('\\', '/') }
}

const packagesFolder = join(import.meta.dirname, '../../node_modules')

function readPackage(
  { name, folder, files }: { name: string; folder: string; files: readonly string[] },
  texts: Texts,
): Component {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const component = {
    name,
    version: String(manifest.version),
    licence: String(manifest.license ?? 'no licence'),
    origin: addressOf(manifest.repository?.url ?? manifest.repository ?? manifest.homepage ?? ''),
    within: null,
    files,
  }
  dutyOf(component)
  const textFiles = texts.ofPackages.get(name)
  const text = textFiles ? given(textFiles, texts.folder) : ownText(folder)
  if (text !== '') return { ...component, text }
  throw new Error(
    `${name} has no licence text. Put it in src/build/licences/ and name it in textsOfPackages of src/build/bundled-parts.ts.`,
  )
}

const ownText = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => licenceFile.test(name))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8').trim())
        .join('\n\n')
    : ''

/** `git+https://…/x.git`, `git@host:x`, `github:x` and `owner/name` as an address that a browser opens. */
const addressOf = (repository: string) =>
  repository
    .replace(/^git\+/, '')
    .replace(/^git:\/\//, 'https://')
    .replace(/^git@([^:]+):/, 'https://$1/')
    .replace(/^(?:github:)?([\w-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/\.git$/, '')

/** Throws if a library that a listener may replace shares its file with other code. */
function assertAlone(owner: string, { name, files }: Component, chunks: readonly BuiltChunk[]) {
  for (const { fileName, moduleIds } of chunks) {
    if (!files.includes(fileName)) continue
    const other = moduleIds.find((id) => packageOf(id)?.name !== owner)
    if (other === undefined) continue
    throw new Error(
      `${name} must be replaceable, but ${fileName} also contains ${other}. Give ${owner} a chunk of its own in vite.config.ts.`,
    )
  }
}
