/**
 * Writes a cell, quoted if necessary. Spreadsheets evaluate cells that begin with `=`, `+`, `-` or `@` as formulas,
 * also after a tab or line break. Such a cell gets a leading apostrophe, and so does a cell that already begins with
 * apostrophes before one of these. See https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function writeCell(text: string): string {
  const safe = /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
