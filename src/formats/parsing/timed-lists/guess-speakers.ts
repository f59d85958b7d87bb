import { toSnake, type ValueColumn } from './columns.ts'

const speakerNames =
  /(?:^|_)(?:speaker|speakers|spk|voice|participant|who|author|talker|person)(?:_|$)/i

const speakersAround = [
  'speaker_name',
  'speaker.name',
  'speaker',
  'speaker_label',
  'participant.name',
  'participant',
  'voice',
  'name',
  'speaker_id',
  'spk',
]

/** Whether a value belongs to the object of a speaker. */
export function isOfSpeaker(path: string): boolean {
  return path
    .split('.')
    .slice(0, -1)
    .some((part) => speakerNames.test(toSnake(part)))
}

/** The paths at which items or the objects around them may name who speaks, the best first. */
export function speakerPaths(columns: readonly ValueColumn[]): string[] {
  const paths = columns
    .filter(({ path, values }) => {
      const isName = values.some((value) => typeof value === 'string' || typeof value === 'number')
      return speakerNames.test(toSnake(path)) && isName && !/confidence|email|url/i.test(path)
    })
    .map(({ path }) => path)
  const rank = (path: string) => (/name/i.test(path) ? 0 : /(?:^|[._])id$|Id$/.test(path) ? 2 : 1)
  return [...paths.sort((a, b) => rank(a) - rank(b)), ...speakersAround]
}
