import { dutyOf } from './components.ts'
import type { Component } from './components.ts'

interface Notices {
  readonly version: string
  /** The text of Earshot's own licence. */
  readonly licence: string
  readonly components: readonly Component[]
}

const rule = '='.repeat(80)

/** The text of `THIRD-PARTY-NOTICES.txt`: the components, what some licences require, and each licence text once. */
export function writeNotices({ version, licence, components }: Notices): string {
  return [
    // A byte order mark, because servers send .txt without a charset.
    `\uFEFFTHIRD-PARTY NOTICES OF EARSHOT ${version}`,
    `Earshot is under the MIT licence:\n\n${licence.trim()}`,
    'This copy of Earshot contains the work of others. The build writes this file from what it puts into this\nfolder. The list comes first, then the sources and replaceable files that some licences require, then the\nfull text of every licence.',
    `${rule}\nCONTENTS\n${rule}`,
    components.map(listed).join('\n'),
    `${rule}\nSOURCES AND REPLACEABLE FILES\n${rule}`,
    ...components.flatMap(requirementsOf),
    `${rule}\nLICENCE TEXTS\n${rule}`,
    ...textsOf(components),
    '',
  ].join('\n\n')
}

const titleOf = ({ name, version }: Component) => (version === null ? name : `${name} ${version}`)

function listed(component: Component) {
  const { licence, origin, within } = component
  const place = within === null ? '' : `, in ${within}`
  return `- ${titleOf(component)}${place}\n  ${licence}, ${origin}`
}

function requirementsOf(component: Component): readonly string[] {
  const duty = dutyOf(component)
  if (duty === 'text') return []
  return [duty === 'source' ? sourceOf(component) : replacementOf(component)]
}

const sourceOf = (component: Component) => `${titleOf(component)} (${component.licence})

What is under the Mozilla Public License 2.0 here is available in source form, without charge:
  ${component.origin}
Earshot uses it unchanged. You may use, change and pass on these files under that licence; it follows below.`

function replacementOf(component: Component) {
  const { licence, origin, within, files } = component
  const built =
    within === null
      ? 'Earshot uses it unchanged.'
      : `It is compiled to WebAssembly in the package ${within}, unchanged. The program that compiles it:\n  https://github.com/eshaz/wasm-audio-decoders`
  return `${titleOf(component)} (${licence})

This copy of Earshot uses ${component.name}, which is under the GNU Lesser General Public License; its text follows
below. Its source:
  ${origin}
${built}
It has a file of its own:
${files.map((file) => `  ${file}`).join('\n')}
You may change the library and put your version in the place of that file. Your file needs the same name and the
same exports; nothing else of Earshot has to be built again. Or put your version in node_modules/ of Earshot's own
source, which is under the MIT licence, and run "npm run build". You may also reverse engineer the combined work to
debug such changes. docs/replacing-codecs.md of the source shows both ways step by step.`
}

/** One section for each text: components with the same text share it. */
function textsOf(components: readonly Component[]): readonly string[] {
  const byText = new Map<string, Component[]>()
  for (const component of components) {
    byText.set(component.text, [...(byText.get(component.text) ?? []), component])
  }
  return [...byText].map(([text, sharing]) => {
    const titles = sharing.map((component) => `${titleOf(component)} (${component.licence})`)
    return `${titles.join('\n')}\n${'-'.repeat(80)}\n\n${text}`
  })
}
