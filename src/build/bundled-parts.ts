import type { PartOfPackage } from './components.ts'

/** Compiled C libraries and other work that a package contains and its package.json does not name. */
export const partsOfPackages: ReadonlyMap<string, readonly PartOfPackage[]> = new Map([
  [
    'mpg123-decoder',
    [
      {
        name: 'libmpg123',
        licence: 'LGPL-2.1-only',
        origin: 'https://www.mpg123.org',
        textFiles: ['libmpg123.txt'],
      },
    ],
  ],
  [
    'opus-decoder',
    [
      {
        name: 'libopus',
        licence: 'BSD-3-Clause',
        origin: 'https://github.com/xiph/opus',
        textFiles: ['libopus.txt'],
      },
    ],
  ],
  [
    '@wasm-audio-decoders/ogg-vorbis',
    [
      {
        name: 'libvorbis',
        licence: 'BSD-3-Clause',
        origin: 'https://github.com/xiph/vorbis',
        textFiles: ['libvorbis.txt'],
      },
      {
        name: 'libogg',
        licence: 'BSD-3-Clause',
        origin: 'https://github.com/xiph/ogg',
        textFiles: ['libogg.txt'],
      },
    ],
  ],
  [
    '@wasm-audio-decoders/flac',
    [
      {
        name: 'libFLAC',
        licence: 'BSD-3-Clause',
        origin: 'https://github.com/xiph/flac',
        textFiles: ['libflac.txt'],
      },
    ],
  ],
  [
    '@wasm-audio-decoders/common',
    [
      {
        name: 'puff',
        licence: 'Zlib',
        origin: 'https://github.com/madler/zlib/tree/master/contrib/puff',
        textFiles: ['puff.txt'],
      },
      {
        name: 'Emscripten and musl, in all WebAssembly',
        licence: 'MIT',
        origin: 'https://github.com/emscripten-core/emscripten',
        textFiles: ['emscripten.txt'],
      },
    ],
  ],
])

/** Texts of packages that have none, or have more than concerns `dist/`: file names in `licences/`. */
export const textsOfPackages: ReadonlyMap<string, readonly string[]> = new Map([
  ['@wasm-audio-decoders/common', ['wasm-audio-decoders.txt']],
  ['@wasm-audio-decoders/flac', ['wasm-audio-decoders.txt']],
  ['@wasm-audio-decoders/ogg-vorbis', ['wasm-audio-decoders.txt']],
  ['mpg123-decoder', ['wasm-audio-decoders.txt']],
  ['opus-decoder', ['wasm-audio-decoders.txt']],
  ['codec-parser', ['lgpl-3.0.txt', 'gpl-3.0.txt']],
  ['onnxruntime-web', ['onnxruntime.txt']],
  ['saxes', ['saxes.txt']],
  // Of Vite and Rolldown, `dist/` has small helpers; their own files list what their programs contain.
  ['vite', ['vite.txt']],
  ['rolldown', ['rolldown.txt']],
])
