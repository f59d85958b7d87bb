/** `src/build/speech-sources.ts`; `start.mjs` resolves it. */
declare module 'virtual:speech-sources' {
  /** By path: `en-us/mdef`. */
  export const speechSources: ReadonlyMap<string, () => Promise<Uint8Array>>
}
