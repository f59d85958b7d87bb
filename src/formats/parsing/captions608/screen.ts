/** The characters of a caption by row and column. */
export interface Screen {
  /** Row 1 to 15. */
  row: number
  column: number
  write(character: string): void
  /** Removes the character before the cursor. */
  erase(): void
  eraseToEnd(): void
  clear(): void
  /** Moves the rows up; the cursor stays, in an empty row. Rows above the topmost of `height` are lost. */
  roll(height: number): void
  /** Keeps only the row of the cursor's text when the base row moves. */
  moveBase(row: number): void
  rowText(row: number): string
  text(): string
}

const lastColumn = 31

export function createScreen(): Screen {
  const rows = new Map<number, string[]>()
  const rowText = (row: number) =>
    Array.from(rows.get(row) ?? [], (character) => character ?? ' ')
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
  const screen: Screen = {
    row: 15,
    column: 0,
    write(character) {
      const row = rows.get(screen.row) ?? []
      rows.set(screen.row, row)
      row[screen.column] = character
      screen.column = Math.min(lastColumn, screen.column + 1)
    },
    erase() {
      screen.column = Math.max(0, screen.column - 1)
      const row = rows.get(screen.row)
      if (row !== undefined) row.length = Math.min(row.length, screen.column)
    },
    eraseToEnd() {
      const row = rows.get(screen.row)
      if (row !== undefined) row.length = Math.min(row.length, screen.column)
    },
    clear() {
      rows.clear()
    },
    roll(height) {
      const moved = [...rows].map(([row, characters]) => [row - 1, characters] as const)
      rows.clear()
      for (const [row, characters] of moved) {
        if (row > screen.row - height) rows.set(row, characters)
      }
      screen.column = 0
    },
    moveBase(row) {
      const moved = [...rows].map(
        ([at, characters]) => [at + row - screen.row, characters] as const,
      )
      rows.clear()
      for (const [at, characters] of moved) rows.set(at, characters)
      screen.row = row
    },
    rowText,
    text: () =>
      [...rows.keys()]
        .sort((a, b) => a - b)
        .map(rowText)
        .filter((row) => row !== '')
        .join('\n'),
  }
  return screen
}
