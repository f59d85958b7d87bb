import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { build, runnerImport } from 'vite'
import type { Plugin, Rolldown } from 'vite'

const app = join(import.meta.dirname, '../app')

/**
 * Completes index.html, so that its first paint needs no other file: the shell of the page, the styles of the first screen,
 * the script that runs before the app's (`app/early.ts`), and the content security policy, which allows these two by
 * their hashes. `policy` gets the hashes as CSP sources. `preloads`: the names of chunks that the app will import at once.
 */
export function firstPaint({
  policy,
  preloads,
}: {
  policy(inlined: { readonly scripts: string; readonly styles: string }): string
  readonly preloads: readonly string[]
}): Plugin {
  let inlined: readonly string[] = []
  return {
    name: 'earshot-first-paint',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const output of Object.values(bundle)) {
          const name = output.type === 'chunk' && inlined.find((each) => output.code.includes(each))
          if (name) throw new Error(`${output.fileName} loads ${name}, which is in index.html`)
        }
      },
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {} }) {
        const [shell, script] = await Promise.all([renderShell(), buildEarlyScript()])
        const { page, styles, ...taken } = takeStyles(html, bundle)
        inlined = taken.inlined
        const links = preloads.map((name) => modulePreload(fileOf(name, bundle)))
        const content = policy({ scripts: hashOf(script), styles: hashOf(styles) })
        return page
          .replace('<head>', () => `<head>\n    ${policyElement(content)}`)
          .replace(
            '</title>',
            () =>
              `</title>\n    <script>${script}</script>\n    <style>${styles}</style>\n    ${links.join('\n    ')}`,
          )
          .replace(
            '<div id="root" role="none"></div>',
            () => `<div id="root" role="none">${shell}</div>`,
          )
      },
    },
  }
}

async function renderShell(): Promise<string> {
  const { module } = await runnerImport<{ renderShell(): string }>(join(app, 'shell.tsx'), {
    configFile: false,
    logLevel: 'error',
    plugins: [withoutStyles],
  })
  return module.renderShell()
}

/** HTML needs none, and Vite has no place for them outside a build or a server. */
const withoutStyles: Plugin = {
  name: 'earshot-without-styles',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('.css') ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? '' : null),
}

async function buildEarlyScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(app, 'early.ts'), formats: ['iife'], name: 'early' },
    },
  })
  const [{ output }] = (Array.isArray(result) ? result : [result]) as [Rolldown.RolldownOutput]
  // In HTML only this ends a script.
  return output[0].code.trim().replaceAll('</', '<\\/')
}

/** Moves the styles that the page links to out of the bundle. */
function takeStyles(html: string, bundle: Rolldown.OutputBundle) {
  let styles = ''
  const inlined: string[] = []
  const page = html.replace(
    /\s*<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g,
    (_, name: string) => {
      const asset = bundle[name]
      if (asset?.type !== 'asset') throw new Error(`index.html links to no asset: ${name}`)
      styles += String(asset.source)
      delete bundle[name]
      inlined.push(name)
      // Lazy parts would load them once more.
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk') output.viteMetadata?.importedCss.delete(name)
      }
      return ''
    },
  )
  if (styles === '' || /<\/|url\(/.test(styles)) {
    throw new Error('the styles of the first screen cannot be inlined')
  }
  return { page, styles: styles.trim(), inlined }
}

function fileOf(name: string, bundle: Rolldown.OutputBundle): string {
  const found = Object.values(bundle).find(
    (output) => output.type === 'chunk' && output.name === name,
  )
  if (!found) throw new Error(`the build has no chunk ${name}`)
  return found.fileName
}

const modulePreload = (file: string) => `<link rel="modulepreload" crossorigin href="./${file}">`

const policyElement = (content: string) =>
  `<meta http-equiv="Content-Security-Policy" content="${content.replaceAll('"', '&quot;')}">`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
