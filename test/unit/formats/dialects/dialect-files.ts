import type { DisplayName } from './display-names.ts'

export interface SpokenCue {
  readonly start: number
  readonly end: number
  readonly speaker: DisplayName
  readonly text: string
}

/** How a program writes cues with their speakers. */
export interface Dialect {
  readonly fileName: string
  write(cues: readonly SpokenCue[]): string
}

const two = (value: number) => String(value).padStart(2, '0')

function clock(seconds: number, point: string): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${two(hours)}:${two(minutes)}:${two(seconds % 60)}${point}000`
}

const short = (seconds: number) => `${Math.floor(seconds / 60)}:${two(seconds % 60)}`

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

type Body = (cue: SpokenCue, number: number) => string

function webvtt(body: Body, identifier: Body = (_, number) => String(number)): Dialect {
  const cueOf: Body = (cue, number) =>
    `${identifier(cue, number)}\n${clock(cue.start, '.')} --> ${clock(cue.end, '.')}\n${body(cue, number)}`
  return {
    fileName: 'meeting.vtt',
    write: (cues) => ['WEBVTT', ...cues.map((cue, at) => cueOf(cue, at + 1)), ''].join('\n\n'),
  }
}

function text(head: string, body: Body, foot = ''): Dialect {
  return {
    fileName: 'meeting.txt',
    write: (cues) => [head, ...cues.map((cue, at) => body(cue, at + 1)), foot].join('\n\n').trim(),
  }
}

export const dialects: Readonly<Record<string, Dialect>> = {
  'Zoom VTT': webvtt(({ speaker, text }) => escaped(`${speaker.name}: ${text}`)),
  'Teams VTT': webvtt(
    ({ speaker, text }) => `<v ${escaped(speaker.name)}>${text}</v>`,
    (_, number) => `0b6fa3d2-8f4f-4f63-9a3e-8c1f6a0e5b11/${number}-0`,
  ),
  'Teams metadata VTT': webvtt(({ speaker, text }) =>
    JSON.stringify({ speakerName: speaker.name, spokenText: text, spokenLanguage: 'en-us' }),
  ),
  'Webex VTT': webvtt(
    ({ text }) => text,
    ({ speaker }, number) => `${number} "${speaker.name}" (${1_234_000 + number})`,
  ),
  'SubRip with names': {
    fileName: 'meeting.srt',
    write: (cues) =>
      cues
        .map(
          ({ start, end, speaker, text }, at) =>
            `${at + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${speaker.name}: ${text}\n`,
        )
        .join('\n'),
  },
  'noScribe text': text('Interview', ({ speaker, text }) => `${speaker.name}: ${text}`),
  'stamps before names': text(
    '',
    ({ start, speaker, text }) => `[${clock(start, '.').slice(0, 8)}] ${speaker.name}: ${text}`,
  ),
  'Otter text': text(
    '',
    ({ start, speaker, text }) => `${speaker.name}  ${short(start)}  \n${text}`,
    'Transcribed by https://otter.ai',
  ),
  'Fathom text': text(
    'Walk - January 01\nVIEW RECORDING - 6 mins (No highlights): https://fathom.example/share/x\n\n---',
    ({ start, speaker, text }) => `${short(start)} - ${speaker.name}\n  ${text}`,
  ),
  'tl;dv text': text(
    'Walk\n01 Jan 2025',
    ({ start, speaker, text }) => `0${short(start)} - ${speaker.name}\n${text}`,
  ),
  'Plaud text': text(
    '',
    ({ start, speaker, text }) => `${clock(start, '.').slice(0, 8)} ${speaker.name}\n${text}`,
  ),
  'Premiere text': text(
    '',
    ({ start, end, speaker, text }) =>
      `${clock(start, '.').slice(0, 8)}:00 - ${clock(end, '.').slice(0, 8)}:00\n${speaker.name}\n${text}`,
  ),
}
