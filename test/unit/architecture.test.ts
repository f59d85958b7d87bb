import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createPlayheadStore } from '#state/playhead-store.ts'
import { createAppStore } from '#state/store.ts'

/**
 * Who may import whom; src/README.md draws the same table. Every import of every file is read; `import type` counts.
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
    packages: ['react', 'react-dom/server', 'lucide-react'],
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
    only: /^(storage\/|app\/(create-app|early)\.ts)/,
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
  // It removes them from workers.
  {
    what: /\b(XMLHttpRequest|EventSource|WebSocket|WebTransport|sendBeacon|importScripts)\b|document\.cookie/,
    only: /^sources\/restrict-network\.ts$/,
  },
  // On a media element it silences recordings of servers without CORS; here it is on links.
  { what: /\.crossOrigin\b|\bcrossorigin\b/i, only: /^(app\/early|build\/first-paint)\.ts$/ },
]

/** Private words for what the field has a name for (docs/glossary.md); not for names. */
const bannedWords: ReadonlySet<string> = new Set(
  'belief crew door doors doubt doubts ear ears goodwill heard hearing hopeless impatience island islands kept lanes likeness mourn paced patience pronouncing quietness rim rims shelf shelved shelves sketch spell studies study told trouble unspoken wish wishes wishful'.split(
    ' ',
  ),
)

const root = join(import.meta.dirname, '../..')
const source = join(root, 'src')

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

/** The class names of each style sheet, and those that code of `app/` and `ui/` gives to elements. */
const styles = filesIn(source)
  .filter((path) => /\.(css|tsx?)$/.test(path))
  .map((path) => ({ name: relative(source, path), code: readFileSync(path, 'utf8') }))
  .filter(({ name }) => /^(app|ui)\//.test(name))
  .map(({ name, code }) => ({
    name,
    view: /^(?:ui\/([^/]+)|app)\//.exec(name)![1] ?? 'app',
    classes: name.endsWith('.css') ? selectedClasses(code) : givenClasses(code),
  }))

/** Of every selector; what stands between quotes is no class. */
function selectedClasses(css: string): string[] {
  const selectors = Array.from(withoutComments(css).matchAll(/(?:^|[{};])([^@{};]*)\{/g), (found) =>
    found[1]!.replace(/'[^']*'/g, ''),
  )
  return selectors.flatMap((each) => Array.from(each.matchAll(/\.([a-z][\w-]*)/gi), (of) => of[1]!))
}

function givenClasses(code: string): string[] {
  const given = code.matchAll(/\bclassName\s*=\s*(?:(['"`])([^'"`]*)\1|\{([^}]*)\})/g)
  return Array.from(given, ([, , plain, expression]) => plain ?? stringsOf(expression!))
    .flatMap((names) => names.split(/\s+/))
    .filter((name) => /^[a-z]/.test(name))
}

/** What an expression may give, not what it compares with; a template string ends before its first value. */
function stringsOf(expression: string): string {
  const compared = expression.replace(/[!=]== '[^']*'/g, '')
  return Array.from(compared.matchAll(/(['`])([^'`]*)(?:\1|$)/g), (found) => found[2]!).join(' ')
}

const modules = filesIn(source)
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const code = readFileSync(path, 'utf8')
    const name = relative(source, path)
    const folder = name.split('/')[0]!
    return { name, folder, code, imports: importsOf(code), exports: exportsOf(code) }
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

/** Comments may name what code must not use. */
function withoutComments(code: string) {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
}

function exportsOf(code: string): string[] {
  const declaration =
    /^export\s+(?:declare\s+)?(?:async\s+)?(?:const|let|function\*?|class|interface|type|enum)\s+(\w+)/gm
  return Array.from(withoutComments(code).matchAll(declaration), (found) => found[1]!)
}

/** Groups of modules that reach each other by their imports, by Tarjan's algorithm; `import()` counts. */
function knotsOf(all: typeof modules): readonly (readonly string[])[] {
  const byName = new Map(all.map((module) => [module.name, module]))
  const targets = (name: string) =>
    byName
      .get(name)!
      .imports.filter((address) => /^[.#]/.test(address))
      .map((address) =>
        address.startsWith('#')
          ? address.slice(1)
          : relative(source, join(source, name, '..', address)),
      )
      .filter((target) => byName.has(target))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const knots: string[][] = []
  const visit = (name: string) => {
    order.set(name, order.size)
    lowest.set(name, order.get(name)!)
    stack.push(name)
    for (const target of targets(name)) {
      if (!order.has(target)) visit(target)
      if (stack.includes(target)) {
        lowest.set(name, Math.min(lowest.get(name)!, lowest.get(target)!))
      }
    }
    if (lowest.get(name) !== order.get(name)) return
    const knot = stack.splice(stack.indexOf(name))
    if (knot.length > 1 || targets(name).includes(name)) knots.push(knot.sort())
  }
  for (const { name } of all) if (!order.has(name)) visit(name)
  return knots
}

/** `startEarLanes` is made of start, ear, lanes; so is `start-ear-lanes.ts`, and ts. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

/** Each format's plug-in has the same exports: its folder is its name. */
const isPlugInName = (name: string, file: string) =>
  (name === 'read' && /^formats\/readers\/[^/]+\/read\.ts$/.test(file)) ||
  (['write', 'keeps'].includes(name) && /^formats\/writers\/[^/]+\/write\.ts$/.test(file))

describe('the source code', () => {
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

  test('lets no view call an action of a store: views run commands', () => {
    const store = createAppStore()
    const states = [store.getState(), createPlayheadStore(store).getState()]
    const actions = states.flatMap((state) =>
      Object.entries(state).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
    )
    expect(actions).toEqual(expect.arrayContaining(['statusAnnounced', 'playheadMoved']))
    const call = new RegExp(`\\b(${actions.join('|')})\\b`)
    const calling = modules.filter(
      ({ folder, code }) => folder === 'ui' && call.test(withoutComments(code)),
    )
    expect(calling.map(({ name, code }) => `${name}: ${call.exec(code)?.[0]}`)).toEqual([])
  })

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

  test('has no import cycle, of types or of values, within a folder or across', () => {
    expect(knotsOf(modules).map((knot) => knot.join(' ↔ '))).toEqual([])
  })

  test('has no two exports of one name', () => {
    const files = new Map<string, string[]>()
    for (const { name, exports } of modules) {
      for (const each of new Set(exports)) files.set(each, [...(files.get(each) ?? []), name])
    }
    const repeated = [...files].filter(
      ([name, of]) => of.length > 1 && !of.every((file) => isPlugInName(name, file)),
    )
    expect(repeated.map(([name, of]) => `${name}: ${of.join(', ')}`)).toEqual([])
  })

  test('names files and exports in the words of the field', () => {
    const named = modules.flatMap(({ name, exports }) => [...name.split('/'), ...exports])
    const banned = [...new Set(named)].filter((name) =>
      wordsOf(name).some((word) => bannedWords.has(word)),
    )
    expect(banned).toEqual([])
  })

  test('names each style after the folder of its component, or after the kit', () => {
    const views = styles.map(({ view }) => view)
    // The app lays out the views, so its style sheet names their outermost elements.
    const isAllowed = (view: string, className: string) =>
      (view === 'app' ? views : [view, 'kit']).some(
        (prefix) => className === prefix || className.startsWith(`${prefix}-`),
      )
    const foreign = styles.flatMap(({ name, view, classes }) =>
      classes.filter((each) => !isAllowed(view, each)).map((each) => `${name}: .${each}`),
    )
    expect(styles.flatMap(({ classes }) => classes).length).toBeGreaterThan(300)
    expect(foreign).toEqual([])
  })

  test('is drawn in src/README.md as it is', () => {
    const map = readFileSync(join(source, 'README.md'), 'utf8')
    const rows = Array.from(map.matchAll(/^\| `([\w.]+)\/?` \|.*\| ([^|]*) \|$/gm), (row) => {
      const [, folder, may] = row
      return [folder!, may === '–' ? [] : may!.split(', ').sort()]
    })
    const held = Object.entries(borders).map(([folder, { folders }]) => [
      folder,
      folders.toSorted(),
    ])
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(held))
  })

  test('opens each folder with a README that says what it is', () => {
    const folders = Object.keys(borders).filter((folder) => !folder.includes('.'))
    const silent = folders.filter((folder) => {
      const path = join(source, folder, 'README.md')
      const [title, , sentence] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
      return !/^# \S/.test(title ?? '') || (sentence ?? '') === ''
    })
    expect(silent).toEqual([])
  })
})
