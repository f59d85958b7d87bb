import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }
import { firstPaint } from './src/build/first-paint.ts'
import { pagePolicy, securityHeaders } from './src/build/headers.ts'
import { offline } from './src/build/offline.ts'
import { pdfInWorker } from './src/build/pdf-in-worker.ts'
import { speechFiles, withoutSecondRuntime } from './src/build/speech-files.ts'
import { thirdPartyNotices } from './src/build/third-party-notices.ts'

/**
 * The first load is one file, although lazy parts use pieces of it: eight small files compressed worse (2.6 kB), and
 * size-limit measured only the largest. The service worker is a file of its own.
 */
const firstLoad = {
  name: 'index',
  tags: ['$initial' as const],
  test: (id: string) => !id.includes('/sources/offline/'),
}

/**
 * Reading a small transcript is one file more, with the two formats that most are in; otherwise its pieces, which other
 * parts share, are twenty.
 */
const transcriptReader = {
  name: 'transcript-reader',
  test: (id: string) => /\/src\/formats\/(read-transcript|readers\/(webvtt|subrip)\/)/.test(id),
}

/** What is loaded after the first screen is one file, too: each request for a piece costs the page more than the piece. */
const secondScreen = {
  name: 'second-screen',
  test: (id: string) =>
    /\/src\/(app\/background|ui\/(alignment|search|transcript\/once-drawn|player-bar\/MoreControls|transcripts\/ShiftNote))/.test(
      id,
    ),
}

/**
 * The decoding libraries of the workers and pdf.js, each in a chunk of its own: one file serves all workers, and a listener may
 * replace those under the LGPL (docs/replacing-codecs.md). A group takes its dependencies along, so what they share
 * comes first.
 */
const codecs = [
  {
    name: 'wasm-audio-decoders',
    packages: ['@wasm-audio-decoders/common', 'simple-yenc'],
    priority: 2,
  },
  { name: 'mpg123-decoder', packages: ['mpg123-decoder'], priority: 1 },
  { name: 'codec-parser', packages: ['codec-parser'], priority: 1 },
  { name: 'opus-decoder', packages: ['opus-decoder'], priority: 0 },
  { name: 'vorbis-decoder', packages: ['@wasm-audio-decoders/ogg-vorbis'], priority: 0 },
  { name: 'flac-decoder', packages: ['@wasm-audio-decoders/flac'], priority: 0 },
  { name: 'mediabunny', packages: ['mediabunny'], priority: 0 },
  { name: 'pdfjs', packages: ['pdfjs-dist'], priority: 0 },
].map(({ name, packages, priority }) => ({
  name,
  priority,
  test: (id: string) => packages.some((name) => id.includes(`/node_modules/${name}/`)),
}))

/** Rolldown's advice on slow plugins names the packing of the speech models, which node_modules/.cache/ keeps. */
const checks = { bundlerTimings: false, ineffectiveDynamicImport: false }

const notices = thirdPartyNotices()

/** Every lazy part imports the entry, which is there by then; Firefox reports a link that preloads it again as failed. */
const withoutEntry = (_: string, files: string[]) =>
  files.filter((file) => !/(^|\/)index-[^/]*\.js$/.test(file))

export default defineConfig({
  base: './',
  define: { __EARSHOT_VERSION__: JSON.stringify(manifest.version) },
  plugins: [
    react(),
    speechFiles(),
    pdfInWorker(),
    notices.page,
    offline(),
    firstPaint({ policy: pagePolicy, preloads: [transcriptReader.name] }),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false, resolveDependencies: withoutEntry },
    rolldownOptions: {
      checks,
      output: { codeSplitting: { groups: [firstLoad, transcriptReader, secondScreen] } },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [speechFiles(), withoutSecondRuntime(), notices.worker()],
    rolldownOptions: {
      checks,
      output: {
        // A replaced file must know which names to export.
        minifyInternalExports: false,
        codeSplitting: { groups: codecs },
      },
    },
  },
  preview: { port: 4173, strictPort: true, headers: securityHeaders },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/journeys/**'],
          setupFiles: ['test/support/chance.ts', 'test/support/listeners.ts'],
          environment: 'node',
          maxWorkers: '100%',
          // For a machine that does other things; how fast something is, a test says itself.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/support/built-app.ts'],
          // Two pages that play sound leave each other time enough on two cores; three were no faster (806 beside 762 s).
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Sound keeps real time, whatever else a shared CI machine does: a second try, which is reported.
          retry: process.env['CI'] === undefined ? 0 : 1,
          testTimeout: 180_000,
          hookTimeout: 60_000,
          // A second, Vitest's own, is too short for a worker on a machine that does other things.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
})
