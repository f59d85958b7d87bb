import { alignableLanguages, alignmentQuality } from '#session/alignment/alignable-languages.ts'
import type { AlignmentQuality } from '#session/alignment/alignable-languages.ts'

export interface LanguageGroup {
  readonly heading: string
  readonly languages: readonly { readonly language: string; readonly name: string }[]
}

/** The languages to choose from, grouped by alignment quality. Includes the chosen language even if it is not supported. */
export function languageChoices(chosen: string): LanguageGroup[] {
  const isListed = alignableLanguages.includes(primary(chosen))
  const listed = alignableLanguages.map((language) =>
    language === primary(chosen) ? chosen : language,
  )
  const all = isListed || chosen === other ? [...listed, other] : [...listed, chosen, other]
  return headings.map(({ standing, heading }) => ({
    heading,
    languages: all
      .filter((language) => alignmentQuality(language) === standing)
      .map((language) => ({ language, name: languageName(language) })),
  }))
}

const headings: readonly { readonly standing: AlignmentQuality; readonly heading: string }[] = [
  { standing: 'own-model', heading: 'Words are found' },
  { standing: 'letter-rules', heading: 'Most lines are right' },
  { standing: 'untried-rules', heading: 'Not tried on human voices yet' },
  { standing: 'estimated', heading: 'Times are only estimated' },
]

/** BCP 47's "undetermined". */
const other = 'und'

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

function languageName(tag: string): string {
  if (tag === other) return 'Another language'
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

const primary = (tag: string) => tag.split('-')[0]!.toLowerCase()
