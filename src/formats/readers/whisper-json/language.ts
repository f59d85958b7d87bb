import { languageTag } from '../../parsing/language-tag.ts'

const codes = `en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt
  la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd
  gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue`

/** OpenAI's names of languages, where `Intl` uses others. */
const otherNames: Readonly<Record<string, string>> = {
  chinese: 'zh',
  mandarin: 'zh',
  castilian: 'es',
  flemish: 'nl',
  valencian: 'ca',
  moldavian: 'ro',
  myanmar: 'my',
  tagalog: 'tl',
  javanese: 'jv',
  nynorsk: 'nn',
  haitian: 'ht',
  panjabi: 'pa',
  sinhalese: 'si',
  letzeburgesch: 'lb',
  pushto: 'ps',
}

/** The language tag. Whisper writes language codes, OpenAI's service English names. */
export function whisperLanguage(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const tag = languageTag(written)
  if (tag !== undefined) return tag
  const name = written.trim().toLowerCase()
  if (Object.hasOwn(otherNames, name)) return otherNames[name]
  const names = new Intl.DisplayNames(['en'], { type: 'language' })
  return codes.split(/\s+/).find((code) => names.of(code)?.toLowerCase() === name)
}
