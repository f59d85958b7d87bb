import type { PartOfPackage } from './components.ts'

/**
 * What Emscripten links into the WebAssembly that it compiles. The texts are Emscripten's LICENSE, the COPYRIGHT of its copy of
 * musl, and the LICENSE.TXT of LLVM, to which compiler-rt and libc++ belong.
 */
export const emscriptenParts: readonly PartOfPackage[] = [
  {
    name: 'Emscripten',
    licence: 'MIT',
    origin: 'https://github.com/emscripten-core/emscripten',
    textFiles: ['emscripten.txt'],
  },
  {
    name: 'musl',
    licence: 'MIT',
    origin: 'https://github.com/emscripten-core/emscripten/tree/main/system/lib/libc/musl',
    textFiles: ['musl.txt'],
  },
  {
    name: 'LLVM compiler-rt and libc++',
    licence: 'Apache-2.0 WITH LLVM-exception',
    origin: 'https://github.com/llvm/llvm-project',
    textFiles: ['llvm.txt'],
  },
]

/**
 * Compiled C libraries and other work that a package contains and its package.json does not name.
 *
 * The packages do not say which versions they compile. The texts are the COPYING of libogg 1.3.5, libvorbis 1.3.7 and mpg123
 * 1.31.2, and of FLAC 1.4.2 and Opus 1.3.1 with the copyright lines of later releases (FLAC 1.5, Opus 1.5). The sources of
 * mpg123-decoder have a mpg123.h of 1.29.0 and a config.h of 1.28.2; its WebAssembly has no version.
 */
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
      ...emscriptenParts,
    ],
  ],
  [
    'pdfjs-dist',
    [
      {
        name: 'core-js',
        licence: 'MIT',
        origin: 'https://github.com/zloirock/core-js',
        textFiles: ['core-js.txt'],
      },
      {
        name: 'Brotli decoder',
        licence: 'MIT',
        origin: 'https://github.com/google/brotli',
        textFiles: ['brotli.txt'],
      },
      {
        name: 'OpenJPEG (loader)',
        licence: 'BSD-2-Clause',
        origin: 'https://github.com/mozilla/pdf.js.openjpeg',
        textFiles: ['openjpeg.txt'],
      },
      {
        name: 'qcms (loader)',
        licence: 'MIT',
        origin: 'https://github.com/mozilla/pdf.js.qcms',
        textFiles: ['qcms.txt'],
      },
      {
        name: 'PDFium JBIG2 (loader)',
        licence: 'BSD-3-Clause',
        origin: 'https://github.com/mozilla/pdf.js.jbig2',
        textFiles: ['pdfium.txt'],
      },
    ],
  ],
])

/** Texts of packages that have none, or whose own texts cover more than `dist/` contains: file names in `licences/`. */
export const textsOfPackages: ReadonlyMap<string, readonly string[]> = new Map([
  ['@wasm-audio-decoders/common', ['wasm-audio-decoders.txt']],
  ['@wasm-audio-decoders/flac', ['wasm-audio-decoders.txt']],
  ['@wasm-audio-decoders/ogg-vorbis', ['wasm-audio-decoders.txt']],
  ['mpg123-decoder', ['wasm-audio-decoders.txt']],
  ['opus-decoder', ['wasm-audio-decoders.txt']],
  ['codec-parser', ['lgpl-3.0.txt', 'gpl-3.0.txt']],
  ['onnxruntime-web', ['onnxruntime.txt']],
  ['saxes', ['saxes.txt']],
  // `dist/` contains only small helpers of Vite and Rolldown; their own licence files cover the whole programs.
  ['vite', ['vite.txt']],
  ['rolldown', ['rolldown.txt']],
])
