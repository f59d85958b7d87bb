import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Who may import whom, as src/README.md says it. Every import of every file is read; `import type` counts.
 * A folder may always import from itself. Packages: exactly these.
 */
const borders: Record<string, { folders: readonly string[]; packages: readonly string[] }> = {
  arrays: { folders: [], packages: [] },
  transcript: { folders: [], packages: [] },
  formats: {
    folders: ['transcript'],
    packages: ['chardet', 'entities', 'fflate', 'htmlparser2', 'saxes'],
  },
  audio: {
    folders: [],
    packages: [
      'mediabunny',
      'mpg123-decoder',
      'opus-decoder',
      '@wasm-audio-decoders/flac',
      '@wasm-audio-decoders/ogg-vorbis',
    ],
  },
  alignment: {
    folders: ['transcript', 'audio'],
    packages: [
      'onnxruntime-web/wasm',
      'n2words/en-US',
      'n2words/en-GB',
      'n2words/fr-FR',
      'n2words/es-ES',
      'n2words/it-IT',
      'n2words/de-DE',
      'n2words/pt-PT',
      'n2words/nl-NL',
      'n2words/ru-RU',
      'n2words/ar-SA',
    ],
  },
  media: { folders: [], packages: [] },
  state: { folders: ['transcript', 'audio'], packages: ['zustand/vanilla', 'zustand/middleware'] },
  storage: { folders: ['transcript', 'audio', 'state'], packages: ['idb'] },
  workers: {
    folders: ['formats', 'transcript', 'audio', 'alignment', 'storage', 'sources'],
    packages: ['comlink'],
  },
  sources: {
    folders: ['formats', 'transcript', 'audio', 'alignment'],
    packages: ['virtual:speech-files'],
  },
  session: {
    folders: [
      'transcript',
      'formats',
      'audio',
      'alignment',
      'media',
      'state',
      'storage',
      'sources',
    ],
    packages: [],
  },
  commands: {
    folders: [
      'transcript',
      'formats',
      'audio',
      'alignment',
      'media',
      'state',
      'storage',
      'sources',
      'session',
    ],
    packages: [],
  },
  build: {
    folders: [],
    packages: [
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:http',
      'node:path',
      'node:util',
      'node:zlib',
      'vite',
    ],
  },
  cli: {
    folders: ['transcript', 'formats', 'audio', 'alignment'],
    packages: [
      'node:child_process',
      'node:events',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:stream',
      'node:stream/consumers',
      'node:util',
      'virtual:speech-sources',
    ],
  },
  ui: {
    folders: ['commands', 'session', 'state', 'sources', 'transcript'],
    packages: ['react', 'zustand', 'lucide-react', 'wavesurfer.js'],
  },
  app: {
    folders: [
      'transcript',
      'audio',
      'media',
      'state',
      'storage',
      'workers',
      'sources',
      'session',
      'commands',
      'ui',
    ],
    packages: ['react', 'lucide-react'],
  },
  'main.tsx': {
    folders: ['app', 'commands', 'sources', 'ui'],
    packages: ['react', 'react-dom/client'],
  },
}

/** Folders that every other one may import. */
const openToAll = ['arrays']

/** What only one folder may do, and the sign of doing it. */
const monopolies: readonly { what: RegExp; only: RegExp }[] = [
  { what: /\bnew (Shared)?Worker\(/, only: /^workers\// },
  { what: /(?<![.\w])fetch\(/, only: /^sources\// },
  {
    what: /\b(localStorage|sessionStorage|indexedDB)\b|\bnavigator\.storage\b/,
    only: /^(storage\/|app\/create-app\.ts)/,
  },
  { what: /(?<![.\w])caches\./, only: /^(storage|sources\/offline)\// },
  {
    what: /from '(mpg123-decoder|opus-decoder|@wasm-audio-decoders)|\bAudioDecoder\(/,
    only: /^audio\/decoding\//,
  },
  { what: /from 'mediabunny'/, only: /^audio\/(decoding|packets)\// },
  { what: /from 'wavesurfer\.js'/, only: /^ui\/waveform\/wave\.ts$/ },
  {
    what: /'(timeupdate|seeked|seeking|canplay|loadedmetadata|ratechange|volumechange|durationchange)'/,
    only: /^media\//,
  },
  {
    what: /\.(innerHTML|outerHTML)\b|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(/,
    only: /^never$/,
  },
  { what: /\.crossOrigin\b|\bcrossorigin=/i, only: /^never$/ },
]

const root = join(import.meta.dirname, '../..')
const source = join(root, 'src')

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

const modules = filesIn(source)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const code = readFileSync(path, 'utf8')
    const name = relative(source, path)
    return { name, folder: name.split('/')[0]!, code, imports: importsOf(code) }
  })

function importsOf(code: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ]
  return patterns.flatMap((pattern) => Array.from(code.matchAll(pattern), (found) => found[1]!))
}

describe('the house', () => {
  test('is read: the checks below see hundreds of imports', () => {
    expect(modules.length).toBeGreaterThan(80)
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
  })

  test('has only the folders that the table names', () => {
    const folders = new Set(modules.map(({ folder }) => folder))
    expect([...folders].filter((folder) => !(folder in borders))).toEqual([])
  })

  test.each(modules.map((module) => [module.name, module] as const))(
    '%s stays inside its borders',
    (_, module) => {
      const { folders, packages } = borders[module.folder]!
      for (const address of module.imports) {
        if (address.startsWith('./')) continue
        if (address.startsWith('../')) {
          const inside = join(source, module.name, '..', address)
          const top = relative(source, inside).split('/')[0]
          expect(top, `${address} leaves the folder; write #folder/file`).toBe(module.folder)
        } else if (address.startsWith('#')) {
          const folder = address.slice(1).split('/')[0]!
          if (folder !== module.folder) {
            expect([...openToAll, ...folders], address).toContain(folder)
          }
        } else {
          const isFormatsOwn = module.folder === 'formats' && module.name.split('/').length > 2
          if (!isFormatsOwn) expect(packages, address).toContain(address)
        }
      }
    },
  )

  test('has no barrels and no default exports', () => {
    for (const { name, code } of modules) {
      expect(code, name).not.toMatch(/^export \* from/m)
      expect(code, name).not.toMatch(/^export default/m)
    }
  })

  test('lets no view import another, save the plain controls', () => {
    const trespasses = modules.flatMap(({ name, imports }) => {
      const view = /^ui\/([^/]+)\//.exec(name)?.[1]
      const others = imports.filter((address) => {
        const other = /^#ui\/([^/]+)\//.exec(address)?.[1]
        return view !== undefined && other !== undefined && other !== view && other !== 'kit'
      })
      return others.map((address) => `${name} imports ${address}`)
    })
    expect(trespasses).toEqual([])
  })

  test.each(monopolies)('lets only $only do $what', ({ what, only }) => {
    const doing = modules.filter(({ code }) => what.test(withoutComments(code)))
    if (only.source !== '^never$') expect(doing.length).toBeGreaterThan(0)
    expect(doing.map(({ name }) => name).filter((name) => !only.test(name))).toEqual([])
  })

  test('has no import cycle', () => {
    const byName = new Map(modules.map((module) => [module.name, module]))
    const targets = (name: string) =>
      (byName.get(name)?.imports ?? [])
        .filter((address) => /^[.#]/.test(address))
        .map((address) =>
          address.startsWith('#')
            ? address.slice(1)
            : relative(source, join(source, name, '..', address)),
        )
        .filter((target) => byName.has(target))
    const done = new Set<string>()
    const visit = (name: string, path: readonly string[]) => {
      const cycle = path.indexOf(name)
      // Types may refer to each other inside one folder; a cycle through folders is a knot.
      if (cycle !== -1) {
        const folders = new Set(path.slice(cycle).map((each) => each.split('/')[0]))
        expect([...folders], [...path.slice(cycle), name].join(' → ')).toHaveLength(1)
        return
      }
      if (done.has(name)) return
      for (const target of targets(name)) visit(target, [...path, name])
      done.add(name)
    }
    for (const { name } of modules) visit(name, [])
  })
})

const withoutComments = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
