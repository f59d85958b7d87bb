import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '#commands/commands.ts'
import { formatKey } from '#commands/keymap.ts'

const root = join(import.meta.dirname, '../..')
const built = /^(node_modules|dist|\.git|\.cache)$/

function documentsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (built.test(name) || path.endsWith('fixtures/transcripts')) return []
    if (statSync(path).isDirectory()) return documentsIn(path)
    return name.endsWith('.md') ? [path] : []
  })
}

const documents = documentsIn(root).map((path) => {
  return { name: relative(root, path), path, text: readFileSync(path, 'utf8') }
})

const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '')

describe('the documents', () => {
  test.each(documents.map((document) => [document.name, document] as const))(
    '%s links to files that exist',
    (_, { path, text }) => {
      const links = Array.from(withoutCode(text).matchAll(/\]\(([^)\s#]+)/g), (found) => found[1]!)
      const broken = links
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => !existsSync(join(dirname(path), link)))
      expect(broken).toEqual([])
    },
  )

  test.each(documents.map((document) => [document.name, document] as const))(
    '%s names paths of the project that exist',
    (_, { text }) => {
      const paths = Array.from(
        withoutCode(text).matchAll(/`((?:src|test|docs|public)\/[\w./@-]+)`/g),
        (found) => found[1]!,
      )
      expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
    },
  )

  test('walk through modules that exist: src/README.md', () => {
    const map = readFileSync(join(root, 'src/README.md'), 'utf8')
    const paths = Array.from(
      withoutCode(map).matchAll(/`([\w-]+\/[\w./-]+)`/g),
      (found) => found[1]!,
    )
    const lost = paths.filter((path) => !existsSync(join(root, 'src', path)))
    expect(lost.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('name no command of npm that package.json lacks', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const named = documents.flatMap(({ name, text }) =>
      Array.from(text.matchAll(/npm run ([\w:-]*\w)/g), (found) => ({ name, script: found[1]! })),
    )
    expect(named.filter(({ script }) => !(script in scripts))).toEqual([])
  })

  test('index every decision', () => {
    const folder = join(root, 'docs/adr')
    const index = readFileSync(join(folder, 'README.md'), 'utf8')
    const records = readdirSync(folder).filter((name) => /^\d{4}-/.test(name))
    expect(records.length).toBeGreaterThan(10)
    expect(records.filter((name) => !index.includes(`(${name})`))).toEqual([])
  })

  test('keep the README to 120 lines', () => {
    const readme = documents.find(({ name }) => name === 'README.md')!
    expect(readme.text.split('\n').length).toBeLessThanOrEqual(121)
  })

  test('list every key of every command', () => {
    const keys = readFileSync(join(root, 'docs/keys.md'), 'utf8')
    const missing = commands
      .filter(({ id }) => !id.startsWith('to-tenth-'))
      .flatMap((command) => command.keys.map(({ key }) => formatKey(key)))
      .filter((key) => !keys.includes(`\`${key}\``))
    expect(missing).toEqual([])
  })
})
