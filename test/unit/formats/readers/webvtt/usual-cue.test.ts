import { expect, test } from 'vitest'
import { loadReferences } from '#formats/parsing/cues/html-references.ts'
import { createCueTextParser } from '#formats/readers/webvtt/cue-text.ts'
import { createUsualCueReader } from '#formats/readers/webvtt/usual-cue.ts'
import { segmentsOfCue } from '#formats/readers/webvtt/voices.ts'

const cueOf = (text: string) => ({
  text,
  start: 1,
  end: 2,
  line: 3,
  identifier: '',
  runsOn: false,
})

test('usual cues are read as the parser of all cues reads them', async () => {
  const texts = [
    'No tags.',
    'Ada &amp; Ben',
    '&nbsp;',
    ' \n',
    '',
    '<v Ada>Good morning.',
    '<v Ada>Once more.',
    '<v  Ada  Park >Blanks in the name.',
    '<v Ben &amp; Co>Good\nmorning &lt;all&gt;.',
    '<v >No name.',
    '<v Ada> ',
    '<v Ada>',
    '<v Ada>Good <i>morning</i>.',
    '<v Ada>Closed.</v>',
    '<v Ada<b>A bracket in the name.',
    '<v Ada',
    '<v.loud Ada>A class.',
    '<v\nAda>A line break.',
    '<video Ada>No voice.',
    '5 < 6',
    '<v Ada>5 < 6',
    '<i>All.</i>',
    '<00:00:01.500>Stamped.',
  ]
  const references = await loadReferences('&')
  const parse = createCueTextParser(references)
  const readUsual = createUsualCueReader(references)
  const read = texts.map((text) => readUsual(cueOf(text)))
  const usual = read.flatMap((segment, at) => (segment === null ? [] : [[at, [segment]]]))
  expect(usual).toEqual(
    usual.map(([at]) => {
      const cue = cueOf(texts[at as number]!)
      return [at, segmentsOfCue(cue, parse(cue.text))]
    }),
  )
  expect(usual.map(([at]) => at)).toEqual([0, 1, 5, 6, 7, 8, 9, 14])
})
