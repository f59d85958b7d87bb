/** Made by `src/build/speech-files.ts`. */
declare module 'virtual:speech-files' {
  export interface SpeechFile {
    /** Relative to the page. */
    readonly address: string
    /** As it lies there: gzipped. */
    readonly bytes: number
    /** Of what is inside. */
    readonly unpackedBytes: number
  }
  /** By path: `en-us/mdef`. */
  export const speechFiles: Readonly<Record<string, SpeechFile>>
}
