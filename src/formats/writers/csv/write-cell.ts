/**
 * A cell, quoted where it must be. Spreadsheets run what begins with `=`, `+`, `-`, `@` as a formula, also behind a tab or
 * a line break: such a cell gets an apostrophe before it, and so does one that begins with apostrophes and then so.
 * See https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function writeCell(text: string): string {
  const safe = /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
