/** 1987 nineteen eighty seven, 1905 nineteen oh five, 1900 nineteen hundred, 2005 two thousand five, 2024 twenty twenty four. */
export function englishYear(year: number, cardinal: (n: number) => string): string {
  const century = Math.floor(year / 100)
  const rest = year % 100
  if (century % 10 === 0 && rest < 10) return cardinal(year)
  if (rest === 0) return `${cardinal(century)} hundred`
  return `${cardinal(century)} ${rest < 10 ? 'oh ' : ''}${cardinal(rest)}`
}

/** The years that begin like this one: 1980 nineteen eighties, 1900 nineteen hundreds, 80 eighties. */
export function englishDecade(first: number, cardinal: (n: number) => string): string {
  const words = first < 100 ? cardinal(first) : englishYear(first, cardinal)
  if (words.endsWith('y')) return `${words.slice(0, -1)}ies`
  return words.endsWith('x') ? `${words}es` : `${words}s`
}
