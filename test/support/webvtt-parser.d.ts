declare module 'webvtt-parser' {
  export class WebVTTParser {
    parse(
      text: string,
      mode: 'captions',
    ): {
      readonly cues: readonly { readonly startTime: number; readonly endTime: number }[]
      readonly errors: readonly { readonly message: string; readonly line: number }[]
    }
  }
}
