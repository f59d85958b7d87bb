import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pagePolicy, securityHeaders } from '#build/headers.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/deploying.md'), 'utf8')
const headers = Object.entries(securityHeaders)

/** The block of code in a language. */
const blockOf = (language: string) => page.split(`\`\`\`${language}\n`)[1]?.split('```')[0] ?? ''

/** How a server's configuration writes a header. */
const written: Record<string, (name: string, value: string) => string> = {
  nginx: (name, value) => `add_header ${name} "${value}" always;`,
  caddy: (name, value) => `${name} "${value}"`,
  apache: (name, value) => `Header always set ${name} "${value}"`,
  netlify: (name, value) => `${name}: ${value}`,
}

describe('docs/deploying.md', () => {
  test.each(Object.entries(written))('has exactly the headers for %s', (server, write) => {
    const lines = blockOf(server)
      .split('\n')
      .map((line) => line.trim())
    const expected = headers.map(([name, value]) => write(name, value))
    expect(lines.filter((line) => headers.some(([name]) => line.includes(name)))).toEqual(expected)
  })

  test('says what each is for', () => {
    for (const [name] of headers) expect(page).toContain(`| \`${name}\` |`)
  })
})

describe('the policy', () => {
  const inPage = pagePolicy({ scripts: "'sha256-a'", styles: "'sha256-b'" })

  test('allows no code from text but WebAssembly, and no other origin’s scripts', () => {
    const [, scripts] = /script-src ([^;]*)/.exec(inPage)!
    expect(scripts).toBe(`'self' 'wasm-unsafe-eval' 'sha256-a'`)
    expect(inPage).not.toContain('unsafe-inline')
    expect(inPage).toMatch(/^default-src 'none'/)
  })

  test('is the same in the header, save the hashes and what a <meta> cannot say', () => {
    const withoutInline = (policy: string) =>
      policy.replaceAll(/ 'sha256-[^']*'/g, '').replaceAll(` 'unsafe-inline'`, '')
    const inHeader = securityHeaders['Content-Security-Policy']
    expect(withoutInline(inHeader)).toBe(`${withoutInline(inPage)}; frame-ancestors 'none'`)
  })
})
