import { languageChoices } from './languages.ts'

/** Chooses the spoken language, BCP 47. */
export function LanguageSelect({
  value,
  onChange,
}: {
  value: string
  onChange: (language: string) => void
}) {
  return (
    <label className="alignment-language">
      <span>Spoken language</span>
      <select
        className="kit-select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {languageChoices(value).map(({ heading, languages }) => (
          <optgroup key={heading} label={heading}>
            {languages.map(({ language, name }) => (
              <option key={language} value={language}>
                {name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  )
}
