import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { allowedLicences } from '#build/allowed-licences.ts'
import { partsOfPackages, textsOfPackages } from '#build/bundled-parts.ts'
import { componentsOf, given } from '#build/components.ts'
import { speechComponents, speechSources } from '#build/speech-sources.ts'
import { thirdPartyNotices } from '#build/third-party-notices.ts'
import { writeNotices } from '#build/write-notices.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-notices-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  return join(root, path)
}

/** A package in the folder, as npm installs it; gives the id of its only module. */
function install(name: string, licence: string, text: string | null = `The text of ${name}.`) {
  const manifest = {
    name,
    version: '1.2.3',
    license: licence,
    main: 'index.js',
    repository: { url: `git+https://git.example/${name}.git` },
  }
  write(`node_modules/${name}/package.json`, JSON.stringify(manifest))
  if (text !== null) write(`node_modules/${name}/LICENSE.md`, text)
  return write(`node_modules/${name}/index.js`, `export const name = '${name}'`)
}

function collect(chunks: Record<string, readonly string[]>, parts = new Map()) {
  const built = Object.entries(chunks).map(([fileName, moduleIds]) => ({ fileName, moduleIds }))
  return componentsOf(built, {
    folder: join(root, 'licences'),
    ofPackages: new Map(),
    partsOfPackages: parts,
  })
}

const libcodec = {
  name: 'libcodec',
  licence: 'LGPL-2.1-only',
  origin: 'https://codec.example',
  textFiles: ['libcodec.txt'],
}

describe('the components of a build', () => {
  test('are the packages of all chunks, each once, with version, licence, source and text', () => {
    const reader = install('@speech/reader', 'MIT')
    const clock = install('clock', 'ISC')
    const components = collect({
      'page.js': ['/app/src/main.ts', clock],
      'worker.js': [`${clock}?worker`, reader],
    })
    expect(components).toEqual([
      {
        name: '@speech/reader',
        version: '1.2.3',
        licence: 'MIT',
        origin: 'https://git.example/@speech/reader',
        text: 'The text of @speech/reader.',
        within: null,
        files: ['worker.js'],
      },
      expect.objectContaining({ name: 'clock', files: ['page.js', 'worker.js'] }),
    ])
  })

  test('are refused when the licence is not on the list', () => {
    const id = install('sticky', 'GPL-3.0-only')
    expect(() => collect({ 'page.js': [id] })).toThrow(/sticky is under “GPL-3.0-only”/)
  })

  test('are refused when package.json names no licence', () => {
    write('node_modules/nameless/package.json', JSON.stringify({ name: 'nameless', version: '1' }))
    const id = write('node_modules/nameless/index.js', '')
    expect(() => collect({ 'page.js': [id] })).toThrow(/nameless is under “no licence”/)
  })

  test('are refused when neither the package nor the project has the text', () => {
    const id = install('textless', 'MIT', null)
    expect(() => collect({ 'page.js': [id] })).toThrow(/textless has no licence text/)
  })

  test('include the libraries compiled into a package', () => {
    write('licences/libcodec.txt', 'The text of libcodec.')
    const id = install('codec', 'MIT')
    const components = collect({ 'codec.js': [id] }, new Map([['codec', [libcodec]]]))
    expect(components.at(-1)).toMatchObject({
      name: 'libcodec',
      within: 'codec 1.2.3',
      text: 'The text of libcodec.',
      files: ['codec.js'],
    })
  })

  test('are refused when a replaceable library shares its file with other code', () => {
    write('licences/libcodec.txt', 'The text of libcodec.')
    const id = install('codec', 'MIT')
    const parts = new Map([['codec', [libcodec]]])
    expect(() => collect({ 'worker.js': ['/app/src/worker.ts', id] }, parts)).toThrow(
      /libcodec must be replaceable, but worker.js also contains \/app\/src\/worker.ts/,
    )
  })
})

describe('the notices', () => {
  test('list each component, say where sources and replaceable files are, and have each text once', () => {
    write('licences/libcodec.txt', 'The text of libcodec.')
    const components = collect(
      {
        'assets/codec.js': [install('codec', 'MIT', 'One text.')],
        'assets/page.js': [
          install('clock', 'MIT', 'One text.'),
          install('muxer', 'MPL-2.0', 'Mozilla.'),
        ],
      },
      new Map([['codec', [libcodec]]]),
    )
    const notices = writeNotices({ version: '9.9.9', licence: 'Own licence.', components })
    expect(notices).toContain('THIRD-PARTY NOTICES OF EARSHOT 9.9.9')
    expect(notices).toContain('Own licence.')
    expect(notices).toContain('- muxer 1.2.3\n  MPL-2.0, https://git.example/muxer')
    expect(notices).toMatch(/source form, without charge:\n {2}https:\/\/git\.example\/muxer/)
    expect(notices).toMatch(/file of its own:\n {2}assets\/codec\.js/)
    expect(notices.split('One text.')).toHaveLength(2)
    expect(notices).toContain('clock 1.2.3 (MIT)\ncodec 1.2.3 (MIT)\n')
    expect(notices).toContain('The text of libcodec.')
  })

  test('are written by the build, for the page and for its worker', async () => {
    install('clock', 'MIT')
    install('reader', 'ISC')
    write('index.html', '<script type="module" src="./main.js"></script>')
    write(
      'main.js',
      "import { name } from 'clock'\nconsole.log(name)\nnew Worker(new URL('./reading.js', import.meta.url), { type: 'module' })",
    )
    write('reading.js', "import { name } from 'reader'\npostMessage(name)")
    const notices = thirdPartyNotices()
    const built = await build({
      configFile: false,
      root,
      logLevel: 'silent',
      plugins: [notices.page],
      worker: { format: 'es', plugins: () => [notices.worker()] },
      build: { write: false },
    })
    const { output } = [built].flat().find((bundle) => 'output' in bundle)!
    const file = output.find(({ fileName }) => fileName === 'THIRD-PARTY-NOTICES.txt')
    const source = file?.type === 'asset' ? file.source : ''
    expect(source).toContain('The text of clock.')
    expect(source).toContain('The text of reader.')
  })
})

describe('the lists maintained by hand', () => {
  const folder = join(import.meta.dirname, '../../../src/build/licences')

  test('has a text and an allowed licence', () => {
    for (const part of [...partsOfPackages.values()].flat()) {
      expect(given(part.textFiles, folder).length, part.name).toBeGreaterThan(500)
      expect([...allowedLicences.keys()], part.name).toContain(part.licence)
    }
    for (const [name, files] of textsOfPackages) {
      expect(given(files, folder).length, name).toBeGreaterThan(500)
    }
  })

  test('covers every file of the speech models', async () => {
    const components = await speechComponents()
    for (const { licence, text } of components) {
      expect([...allowedLicences.keys()]).toContain(licence)
      expect(text.length).toBeGreaterThan(500)
    }
    for (const path of speechSources.keys()) {
      const covering = components.filter(({ folder }) => `speech/${path}`.startsWith(folder))
      expect(covering.length, path).toBeGreaterThan(0)
    }
  })
})
