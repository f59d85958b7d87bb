/** Where the scale-factor bands of a sampling rate begin, in spectral lines (ISO/IEC 14496-3, 4.5.4). */
export interface BandTable {
  /** Of a window of 1024 lines, its end included. */
  readonly long: Uint16Array
  /** Of one of 128. */
  readonly short: Uint16Array
  /** Bands that temporal noise shaping reaches. */
  readonly tnsLong: number
  readonly tnsShort: number
}

/** By the widths of bands, and how many there are of each. */
function offsetsOf(runs: readonly (readonly [width: number, count: number])[]): Uint16Array {
  const offsets = [0]
  for (const [width, count] of runs) {
    for (let band = 0; band < count; band++) offsets.push(offsets.at(-1)! + width)
  }
  return Uint16Array.from(offsets)
}

const long = {
  kHz96: offsetsOf([
    [4, 14],
    [8, 5],
    [12, 5],
    [16, 2],
    [24, 1],
    [28, 1],
    [36, 1],
    [44, 1],
    [64, 11],
  ]),
  kHz64: offsetsOf([
    [4, 14],
    [8, 4],
    [12, 3],
    [16, 3],
    [20, 1],
    [24, 2],
    [28, 1],
    [36, 1],
    [40, 18],
  ]),
  kHz48: offsetsOf([
    [4, 10],
    [8, 7],
    [12, 4],
    [16, 2],
    [20, 2],
    [24, 2],
    [28, 2],
    [32, 19],
    [96, 1],
  ]),
  kHz32: offsetsOf([
    [4, 10],
    [8, 7],
    [12, 4],
    [16, 2],
    [20, 2],
    [24, 2],
    [28, 2],
    [32, 22],
  ]),
  kHz24: offsetsOf([
    [4, 11],
    [8, 10],
    [12, 4],
    [16, 3],
    [20, 2],
    [24, 2],
    [28, 2],
    [32, 1],
    [36, 2],
    [40, 1],
    [44, 1],
    [48, 1],
    [52, 2],
    [64, 5],
  ]),
  kHz16: offsetsOf([
    [8, 11],
    [12, 9],
    [16, 4],
    [20, 3],
    [24, 2],
    [28, 2],
    [32, 1],
    [36, 1],
    [40, 2],
    [44, 1],
    [48, 1],
    [52, 1],
    [56, 1],
    [60, 1],
    [64, 3],
  ]),
  kHz8: offsetsOf([
    [12, 13],
    [16, 7],
    [20, 4],
    [24, 3],
    [28, 2],
    [32, 1],
    [36, 2],
    [40, 1],
    [44, 1],
    [48, 1],
    [52, 1],
    [56, 1],
    [60, 1],
    [64, 1],
    [80, 1],
  ]),
}

const short = {
  kHz64: offsetsOf([
    [4, 6],
    [8, 3],
    [16, 1],
    [28, 1],
    [36, 1],
  ]),
  kHz48: offsetsOf([
    [4, 5],
    [8, 3],
    [12, 3],
    [16, 3],
  ]),
  kHz24: offsetsOf([
    [4, 7],
    [8, 3],
    [12, 2],
    [16, 2],
    [20, 1],
  ]),
  kHz16: offsetsOf([
    [4, 8],
    [8, 2],
    [12, 2],
    [16, 1],
    [20, 2],
  ]),
  kHz8: offsetsOf([
    [4, 7],
    [8, 4],
    [12, 1],
    [16, 1],
    [20, 2],
  ]),
}

const table = (
  long: Uint16Array,
  short: Uint16Array,
  [tnsLong, tnsShort]: readonly [number, number],
): BandTable => ({ long, short, tnsLong, tnsShort })

/** By the index of a sampling rate (table 1.18), from 96 to 8 kHz. */
export const bandTables: readonly BandTable[] = [
  table(long.kHz96, short.kHz64, [31, 9]),
  table(long.kHz96, short.kHz64, [31, 9]),
  table(long.kHz64, short.kHz64, [34, 10]),
  table(long.kHz48, short.kHz48, [40, 14]),
  table(long.kHz48, short.kHz48, [42, 14]),
  table(long.kHz32, short.kHz48, [51, 14]),
  table(long.kHz24, short.kHz24, [46, 14]),
  table(long.kHz24, short.kHz24, [46, 14]),
  table(long.kHz16, short.kHz16, [42, 14]),
  table(long.kHz16, short.kHz16, [42, 14]),
  table(long.kHz16, short.kHz16, [42, 14]),
  table(long.kHz8, short.kHz8, [39, 14]),
]
