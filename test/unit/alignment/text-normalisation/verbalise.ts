import type { Script } from '#alignment/script.ts'
import {
  loadScriptNormaliser,
  type ScriptNormaliser,
} from '#alignment/text-normalisation/normalise-script.ts'

const loaded = new Map<string, ScriptNormaliser>()

/** The spoken words of a text of one or more lines, separated by spaces. */
export async function say(text: string, language = 'en'): Promise<string> {
  return (await read(scriptOf(text, language))).map(({ spokenForm }) => spokenForm).join(' ')
}

/** Each written word with its spoken form: "1987=nineteen,eighty,seven". */
export async function stretches(text: string, language = 'en'): Promise<string[]> {
  const script = scriptOf(text, language)
  const said: string[] = []
  let last = ''
  for (const { line, from, to, spokenForm } of await read(script)) {
    const key = `${line} ${from}`
    if (key === last) said[said.length - 1] += `,${spokenForm}`
    else said.push(`${script.lines[line]!.text.slice(from, to)}=${spokenForm}`)
    last = key
  }
  return said
}

export async function read(script: Script) {
  const { language } = script
  if (!loaded.has(language)) loaded.set(language, await loadScriptNormaliser(language))
  return loaded.get(language)!(script)
}

export const scriptOf = (text: string, language: string): Script => ({
  language,
  lines: text.split('\n').map((line) => ({ text: line, kind: 'speech' as const })),
})
