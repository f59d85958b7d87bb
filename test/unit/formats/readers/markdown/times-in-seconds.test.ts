import { expect, test } from 'vitest'
import { readText } from '../../fixtures.ts'

/* Not a fixture: without its extension, it is the same text as timed-text/times-in-seconds.txt. */
test('a name above a time in seconds speaks then', async () => {
  const { transcript, format, problems } = await readText(
    '**SPEAKER_00:**\n[1.0s] We walked home.\n\n**SPEAKER_01:**\n[3.2s] It rained.\n',
    { fileName: 'talk.md' },
  )
  expect(format).toBe('markdown')
  expect(transcript).toMatchObject({
    timing: 'segment',
    speakers: [{ name: 'SPEAKER_00' }, { name: 'SPEAKER_01' }],
    segments: [
      { start: 1, end: 3.2, text: 'We walked home.' },
      { start: 3.2, text: 'It rained.' },
    ],
  })
  expect(problems.map(({ code }) => code)).toEqual(['end-missing'])
})
