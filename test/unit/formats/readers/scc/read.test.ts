import { expect, test } from 'vitest'
import { linesOf, readFixture, readText } from '../../fixtures.ts'

test('a pop-on caption begins when it is displayed', async () => {
  expect(await linesOf('scc/pop-on.scc')).toEqual(['1.435–3.003 We walked.'])
  const { transcript, problems } = await readFixture('scc/pop-on.scc')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('a frame that does not exist is said', async () => {
  expect(await linesOf('scc/impossible-frame.scc')).toEqual([
    '2.803–6.473 Where is the lamp?',
    '6.54–8.008 [door creaks]',
  ])
  const { transcript, problems } = await readFixture('scc/impossible-frame.scc')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual(['frame-impossible'])
})

test('roll-up captions are a segment a row, and drop-frame time codes are right', async () => {
  expect(await linesOf('scc/roll-up-drop-frame.scc')).toEqual([
    '1.201–3.07 THE FERRY',
    '3.203–5.072 IS LATE.',
    '5.205–60.06 ♪ CAFÉ',
  ])
  const { transcript, problems } = await readFixture('scc/roll-up-drop-frame.scc')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('paint-on captions begin with their first letter', async () => {
  expect(await linesOf('scc/paint-on.scc')).toEqual([
    '1.134–4.004 The ferry\nis late.',
    '5.138–6.006 Again',
    '6.607–8.008 não\nsim',
  ])
  const { transcript, problems } = await readFixture('scc/paint-on.scc')
  expect(transcript).toMatchObject({ timing: 'segment' })
  expect(problems.map(({ code }) => code)).toEqual([])
})

test('the start of a programme is not taken for that of the recording silently', async () => {
  const { transcript, problems } = await readText(
    'Scenarist_SCC V1.0\n\n01:00:01:00\t94ae 94ae 9420 9420 9470 9470 57e5 2077 61ec 6be5 64ae 942c 942c 942f 942f\n',
  )
  expect(transcript!.segments[0]!.start).toBeGreaterThan(3600)
  expect(problems.map(({ code }) => code)).toContain('times-of-programme')
})
