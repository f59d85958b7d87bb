import { describe, expect, test } from 'vitest'
import { fixturesOf, readFixture, readText, segmentsOf } from '../../fixtures.ts'

/** Start and end in seconds, text, and who speaks. */
type Cue = readonly [number | null, number | null, string, string?]
/** A fixture, what it says, and the codes of what was found odd in it. */
type Oddity = readonly [string, readonly Cue[], (readonly string[])?]

/*
 * What is right is what players make of it (FFmpeg, VLC, Subtitle Edit), save that nothing may be lost
 * in silence: what they drop is text here, or counted in a problem.
 */
const numbers: readonly Oddity[] = [
  [
    'number-twice.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'number-with-a-sign.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
      [3, 4, 'Nobody minded.'],
    ],
  ],
  [
    'number-with-words.srt',
    [
      [1, 2, 'The rain came early.\n2 the second'],
      [2, 3, 'It left late.'],
    ],
    ['text-before-first-cue'],
  ],
  [
    'number-on-the-timing-line.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
    ['cue-repaired'],
  ],
  [
    'numbers-from-zero.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'numbers-all-the-same.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'numbers-in-other-digits.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'numbers-with-blank-lines-behind.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'numbers-far-apart-and-unparted.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  ['byte-order-mark.srt', [[1, 2, 'The rain came early.']]],
  [
    'byte-order-mark-inside.srt',
    [
      [1, 2, 'The first file.'],
      [2, 3, 'Ends without a line break.'],
      [3, 4, 'The second file.'],
    ],
  ],
  [
    'files-joined.srt',
    [
      [1, 2, 'First of one.'],
      [2, 3, 'Second of one.'],
      [4.5, 4.9, 'First of two.'],
    ],
    ['times-begin-again'],
  ],
  [
    'number-is-the-text.srt',
    [
      [1, 2, '2001'],
      [2, 3, 'was a long year.'],
    ],
  ],
  [
    'number-ends-the-text.srt',
    [
      [1, 2, 'It was in\n1984'],
      [2, 3, 'or a year later.'],
    ],
  ],
  [
    'number-counts-on-as-text.srt',
    [
      [1, 2, '2'],
      [2, 3, '3'],
      [3, 4, '4'],
    ],
  ],
]

const times: readonly Oddity[] = [
  [
    'programme-time.srt',
    [
      [35998, 35999.5, '(countdown)'],
      [36001.2, 36003.4, 'Good evening, this is the news.'],
      [36003.6, 36006, 'First, the weather.'],
    ],
    ['times-late'],
  ],
  [
    'one-time-for-many-cues.srt',
    [
      [131.48, 136.569, 'what follows is one long segment'],
      [136.569, 141.817, 'that some program cut into pieces'],
      [141.817, 146.747, 'by the number of letters a line'],
      [146.747, 151.04, 'and not by when it was said'],
      [152.2, 156, 'now a normal one'],
    ],
    ['times-shared'],
  ],
  [
    'computed-milliseconds.srt',
    [
      [1.31, 2.64, 'Computed, not rounded'],
      [2.64, 3.12, 'Nor this'],
    ],
    ['cue-repaired', 'end-missing'],
  ],
  [
    'times-negative.srt',
    [
      [0, 2, 'It was dry before.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['time-negative'],
  ],
  [
    'times-negative-inside.srt',
    [
      [0, 2, 'It was dry before.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired', 'time-negative'],
  ],
  [
    'fraction-of-one-digit.srt',
    [
      [1.5, 1.9, 'Half past.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'fraction-of-two-digits.srt',
    [
      [1.25, 1.75, 'A quarter.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'fraction-of-six-digits.srt',
    [
      [1.2505, 1.7505, 'Exactly.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'fraction-missing.srt',
    [
      [1, 2, 'About then.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'fraction-behind-a-dot.srt',
    [
      [1.25, 1.75, 'With a dot.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'fraction-behind-a-colon.srt',
    [
      [1.25, 1.75, 'With a colon.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'fraction-behind-a-semicolon.srt',
    [
      [1.25, 1.75, 'With a semicolon.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'fraction-behind-an-arabic-comma.srt',
    [
      [1.25, 1.75, 'With another comma.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'dots-for-colons.srt',
    [
      [1.25, 1.75, 'All dots.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'full-width-digits.srt',
    [
      [1.25, 1.75, 'Typed wide.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arabic-digits.srt',
    [
      [1.25, 1.75, 'كان المطر مبكرا.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'blanks-inside-times.srt',
    [
      [1.25, 1.75, 'Loosely set.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'arrow-short.srt',
    [
      [1.25, 1.75, 'Half an arrow.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-with-a-dash.srt',
    [
      [1.25, 1.75, 'A dash.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-long.srt',
    [
      [1.25, 1.75, 'A longer arrow.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-broken.srt',
    [
      [1.25, 1.75, 'A broken arrow.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-double.srt',
    [
      [1.25, 1.75, 'Two points.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-of-one-sign.srt',
    [
      [1.25, 1.75, 'One sign.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-escaped.srt',
    [
      [1.25, 1.75, 'Through a web form.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['cue-repaired'],
  ],
  [
    'arrow-without-blanks.srt',
    [
      [1.25, 1.75, 'Tight.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'arrow-between-tabs.srt',
    [
      [1.25, 1.75, 'Wide.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'hours-missing.srt',
    [
      [1.25, 1.75, 'Short.'],
      [4510, 4512, 'The rain has stopped.'],
    ],
  ],
  [
    'hours-of-one-digit.srt',
    [
      [1.25, 1.75, 'Early.'],
      [3602, 3603, 'The rain has stopped.'],
    ],
  ],
  [
    'hours-of-three-digits.srt',
    [
      [360001.25, 360001.75, 'Four days in.'],
      [360002, 360003, 'The rain has stopped.'],
    ],
    ['times-late'],
  ],
  [
    'minutes-above-59.srt',
    [
      [4510, 4580, 'As written.'],
      [4800, 4860, 'The rain has stopped.'],
    ],
  ],
  [
    'time-impossible.srt',
    [
      [null, null, 'Long after the end of the world.'],
      [2, 3, 'The rain has stopped.'],
    ],
    ['time-impossible'],
  ],
  [
    'coordinates.srt',
    [
      [1, 2, 'Placed on a picture.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'webvtt-settings.srt',
    [
      [1, 2, 'Placed as in WebVTT.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'text-on-the-timing-line.srt',
    [
      [1, 2, 'Beside the time\nand below it.'],
      [2, 3, 'The rain has stopped.'],
    ],
  ],
  [
    'text-glued-to-the-time.srt',
    [
      [1, 2, 'Beside the time'],
      [2, 3, 'Ada:quietly'],
    ],
  ],
  [
    'rtl-marks-round-times.srt',
    [
      [1, 2, '\u202bהגשם פסק.\u202c'],
      [2, 3, 'שקט.'],
    ],
    ['cue-repaired'],
  ],
  ['nbsp-in-times.srt', [[1, 2, 'Ten\u00a0litres.']]],
]

const order: readonly Oddity[] = [
  [
    'ends-missing.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
      [3, 3.84, 'Nobody minded.'],
    ],
    ['end-missing'],
  ],
  [
    'overlapping.srt',
    [
      [1, 3, 'One voice,'],
      [2, 4, 'and another.'],
    ],
  ],
  [
    'same-times-twice.srt',
    [
      [1, 2, 'Above'],
      [1, 2, 'and below.'],
    ],
  ],
  [
    'out-of-order.srt',
    [
      [1, 2, 'First.'],
      [2, 3, 'Second.'],
      [3, 4, 'Third.'],
    ],
    ['order'],
  ],
  [
    'end-before-start.srt',
    [
      [1, 2, 'Backwards.'],
      [2, 3, 'Forwards.'],
    ],
    ['time-inverted'],
  ],
  [
    'end-at-start.srt',
    [
      [1, 2, 'A blink.'],
      [2, 3, 'A look.'],
    ],
    ['time-empty'],
  ],
  [
    'all-at-zero.srt',
    [
      [0, 0.84, 'Not timed yet.'],
      [0, 0.54, 'Nor this.'],
    ],
    ['time-empty'],
  ],
]

const lines: readonly Oddity[] = [
  [
    'blank-lines-missing.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
      [3, 4, 'Nobody minded.'],
    ],
  ],
  [
    'blank-lines-many.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'blank-lines-with-blanks.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'blank-line-everywhere.srt',
    [
      [1, 2, 'The rain came early,\nthey say.'],
      [2, 3, 'It left late.'],
    ],
  ],
  ['cue-empty.srt', [[2, 3, 'It left late.']], ['text-empty']],
  ['cue-empty-without-blank-line.srt', [[2, 3, 'It left late.']], ['text-empty']],
  ['cue-of-blanks.srt', [[2, 3, 'It left late.']], ['text-empty']],
  ['cue-of-tags-only.srt', [[2, 3, 'It left late.']], ['text-empty']],
  ['text-before-the-first-cue.srt', [[1, 2, 'The rain came early.']], ['text-before-first-cue']],
  [
    'comments-between.srt',
    [
      [1, 2, 'The rain came early.\n// checked up to here'],
      [2, 3, 'It left late.'],
    ],
  ],
  ['junk-behind-the-last.srt', [[1, 2, 'The rain came early.\nEND OF FILE']]],
  ['breaks-off-in-a-number.srt', [[1, 2, 'The rain came early.']], ['cue-cut-off']],
  ['breaks-off-in-a-time.srt', [[1, 2, 'The rain came early.']], ['cue-cut-off']],
  ['one-cue.srt', [[1, 2, 'Only this.']]],
  [
    'no-line-break-at-the-end.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'line-breaks-mixed.srt',
    [
      [1, 2, 'The rain\ncame early.'],
      [2, 3, 'It left\nlate.'],
    ],
  ],
  ['control-characters.srt', [[1, 2, 'The\u000brain \fcame\u2028early.']]],
]

const texts: readonly Oddity[] = [
  [
    'windows-1250-slovene.srt',
    [
      [1, 3, 'Kje si bil včeraj zvečer?'],
      [3.5, 6, 'Šel sem čez žito, ker je bilo težko.'],
      [6.5, 8, '– Žal mi je, še čakam.'],
    ],
    ['encoding-guessed'],
  ],
  [
    'utf-8-twice.srt',
    [
      [1, 3, '♪ Chanson d’été ♪'],
      [3.5, 6, 'Ça s’est passé là-bas, où l’on voit très loin – « déjà » ?'],
      [6.5, 8, 'Naïve, Zoë rêvait.'],
    ],
    ['encoding-twice'],
  ],
  [
    'position-tags.srt',
    [
      [1, 2, 'Up here\nand there.'],
      [2, 3, 'Fading.'],
    ],
  ],
  [
    'microdvd-tags.srt',
    [
      [1, 2, 'Leaning, red.'],
      [2, 3, 'Short tags.'],
    ],
  ],
  [
    'font-tags.srt',
    [
      [1, 2, 'Green and red.'],
      [2, 3, 'Never closed.'],
    ],
  ],
  [
    'tags-unclosed.srt',
    [
      [1, 2, 'Leaning for ever.'],
      [2, 3, 'Closed only here.'],
    ],
  ],
  [
    'tags-across-lines.srt',
    [
      [1, 2, 'Leaning\nover two lines.'],
      [2, 3, 'Broken inside.'],
    ],
  ],
  [
    'tags-with-blanks.srt',
    [
      [1, 2, 'Leaning and bold.'],
      [2, 3, 'If a < b and c > d, stop.'],
    ],
  ],
  [
    'tags-of-other-kinds.srt',
    [
      [1, 2, '<script>alert(1)</script>'],
      [2, 3, '<3 and <none> & <v Ada>Hello'],
    ],
  ],
  [
    'tags-nested.srt',
    [
      [1, 2, 'All of them!'],
      [2, 3, 'Crossedover.'],
    ],
  ],
  [
    'character-references.srt',
    [
      [1, 2, 'Fish & chips <b>\u00a0€5 &hearts;'],
      [2, 3, 'AT&T © A'],
    ],
  ],
  [
    'line-break-tags.srt',
    [
      [1, 2, 'One\ntwo\nthree\nfour'],
      [2, 3, 'Five\nsix\u00a0seven'],
    ],
  ],
  [
    'line-break-by-bar.srt',
    [
      [1, 2, 'One|two'],
      [2, 3, 'Three || four'],
    ],
  ],
  [
    'dialogue-dashes.srt',
    [
      [1, 1.667, 'Is it raining?'],
      [1.667, 2, 'It was.'],
      [2, 2.571, 'Yes.'],
      [2.571, 3, 'No.'],
    ],
  ],
  [
    'names-before-colons.srt',
    [
      [1, 2, 'Is it raining?', 'ADA'],
      [2, 3, 'It was.', 'TOM'],
      [3, 4, 'Note: it stopped at 10:30.', 'TOM'],
      [4, 5, 'Good.', 'ADA'],
    ],
  ],
  [
    'names-behind-chevrons.srt',
    [
      [1, 2, 'Is it raining?', 'ADA'],
      [2, 3, 'It was.', 'TOM'],
      [3, 4, 'Good.', 'ADA'],
      [4, 5, 'For us.', 'ADA'],
    ],
  ],
  [
    'timing-line-in-the-text.srt',
    [
      [1, 2, 'He wrote'],
      [5, 6, 'on the board.'],
    ],
  ],
  [
    'no-numbers.srt',
    [
      [1, 2, 'The rain came early.'],
      [2, 3, 'It left late.'],
    ],
  ],
  [
    'chevrons-without-names.srt',
    [
      [1, 2, 'Is it raining?'],
      [2, 3, 'It was.'],
    ],
  ],
  [
    'music-notes.srt',
    [
      [1, 2, '♪ Rain, rain ♪'],
      [2, 3, '♪ Go away'],
    ],
  ],
  [
    'sounds-in-brackets.srt',
    [
      [1, 2, '[THUNDER]'],
      [2, 3, '(sighs) It was.'],
    ],
  ],
  [
    'times-inside-the-text.srt',
    [
      [1, 2, 'At 00:01:02,000 he left.'],
      [2, 3, '00:01:05,000 was when she came.'],
    ],
  ],
  [
    'arrows-inside-the-text.srt',
    [
      [1, 2, 'Press --> to go on.'],
      [2, 3, '1 --> 2 --> 3'],
    ],
  ],
  [
    'tabs-inside-the-text.srt',
    [
      [1, 2, 'Name:\tRain'],
      [2, 3, 'Indented'],
    ],
  ],
  [
    'rtl-text.srt',
    [
      [1, 2, '\u202bهل تمطر؟\u202c'],
      [2, 3, '\u200fنعم، 5 مرات.'],
    ],
  ],
  [
    'surrogates-and-marks.srt',
    [
      [1, 2, '👩\u200d🌾 Farmers — café.'],
      [2, 3, 'á́́'],
    ],
  ],
]

const elsewhere: readonly Oddity[] = [
  [
    'blank-line-inside.srt',
    [
      [1, 2, 'Before the blank line\nand after it.'],
      [2, 3, '1984'],
      [3, 4, 'Last.'],
    ],
  ],
  ['cr-cr-lf.srt', [[1, 2, 'Twice\nwritten']]],
  [
    'cr-only.srt',
    [
      [1, 2, 'Old Mac'],
      [2, 3, 'lines'],
    ],
  ],
  ['decomposed.srt', [[1, 2, 'Café']]],
  [
    'names-in-angle-brackets.srt',
    [
      [1, 3.5, 'Сегодня идёт дождь.', 'Спикер №1'],
      [3.5, 5.8, 'И завтра тоже.', 'Спикер №1'],
      [6.2, 9, 'А послезавтра?', 'Спикер №2'],
      [9.2, 11, 'Nobody knows.', 'Speaker 1'],
      [11.2, 12, 'If a < b and b > c, what then?'],
    ],
  ],
  [
    'names-mark-turns.srt',
    [
      [1, 2, 'When you first', 'Ada'],
      [2, 3, 'get started.', 'Ada'],
      [3, 4, 'Yes.', 'Tom'],
      [4, 5, 'Then', 'Ada'],
      [5, 6, 'no.', 'Tom'],
    ],
  ],
  [
    'numbers-missing.srt',
    [
      [1, 2, 'One.'],
      [2, 3, 'Two.'],
    ],
  ],
  [
    'out-of-order-and-inverted.srt',
    [
      [1, 5, 'First, and it ends before it begins.'],
      [5, 6, 'Second.'],
      [8, 9.68, 'Third, and it lasts no time.'],
    ],
    ['time-inverted', 'time-empty', 'order'],
  ],
  [
    'times-as-found.srt',
    [
      [1.5, 2.25, 'Tenths and hundredths.'],
      [3, 4, 'A dot and a short arrow.'],
      [5, 6, 'No fraction, a dash for an arrow.'],
      [7, 8.5, 'Full width.'],
      [69, 70, 'No hours.'],
    ],
    ['cue-repaired'],
  ],
  [
    'usual.srt',
    [
      [1, 2.5, 'The kettle is on.'],
      [2.5, 4, 'Two\nlines & more'],
      [4, 6, '(laughter)'],
    ],
  ],
  ['utf-16be-no-bom.srt', [[1, 2, 'Äpfel und Öl']]],
  ['utf-16le-bom.srt', [[1, 2, 'Äpfel und Öl']]],
  ['windows-1252.srt', [[1, 2, '“Äpfel” – 5 €']], ['encoding-guessed']],
]

describe.each([
  ['numbers', numbers],
  ['times', times],
  ['the order of cues', order],
  ['lines', lines],
  ['texts', texts],
  ['what the reader’s own tests are about', elsewhere],
] as const)('%s', (_, oddities) => {
  test.each(oddities)('%s', async (name, cues, codes = []) => {
    const segments = await segmentsOf(`subrip/${name}`)
    expect(
      segments.map(({ start, end, text, speaker }) =>
        speaker === null ? [start, end, text] : [start, end, text, speaker],
      ),
    ).toEqual(cues)
    const { problems } = await readFixture(`subrip/${name}`)
    expect(problems.map(({ code }) => code)).toEqual(codes)
  })
})

test('every fixture has its row', () => {
  const rows = [...numbers, ...times, ...order, ...lines, ...texts, ...elsewhere].map(
    ([name]) => name,
  )
  // read exactly in `cases.test.ts` and `place-cue-parts.test.ts`, `dialogue-dashes.test.ts`
  const others = [
    'words-without-duration.srt',
    'tapes-numbered-through.srt',
    'tapes-numbered-anew.srt',
    'three-cues-out-of-order.srt',
    'tracks-of-two-speakers.srt',
    'translation-behind.srt',
    'dashes-of-a-dialogue.srt',
    'lists-and-minus-signs.srt',
  ]
  expect([...rows, ...others].sort()).toEqual(fixturesOf('subrip'))
})

test('WebVTT that is named .srt is WebVTT, whatever its times look like', async () => {
  const { format, transcript, problems } = await readFixture('webvtt/named-srt-with-commas.srt')
  expect(format).toBe('webvtt')
  expect(transcript?.segments.map(({ start, end, text }) => [start, end, text])).toEqual([
    [1, 2, 'Converted by changing the first line.'],
    [2, 3, 'And its name.'],
  ])
  expect(problems.map(({ code }) => code)).toEqual(['cue-repaired'])
})

test('ten thousand cues of one line are ten thousand cues', async () => {
  const stamp = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(11, 19)},000`
  const cues = Array.from(
    { length: 10_000 },
    (_, at) => `${at + 1}\n${stamp(at)} --> ${stamp(at + 1)}\nLine ${at + 1}\n`,
  )
  const { transcript, problems } = await readText(cues.join('\n'))
  expect(transcript?.segments).toHaveLength(10_000)
  expect(transcript?.segments.at(-1)).toMatchObject({
    start: 9999,
    end: 10_000,
    text: 'Line 10000',
  })
  expect(problems).toEqual([])
})

test.each([
  ['music between two notes', '♪ Rain, rain ♪', 'sound'],
  ['music that is not over', '♪ Go away', 'speech'],
  ['a noise in brackets', '[THUNDER]', 'sound'],
  ['a noise before words', '(sighs) It was.', 'speech'],
])('%s is told from speech', async (_, text, kind) => {
  const { transcript } = await readText(`1\n00:00:01,000 --> 00:00:02,000\n${text}\n`)
  expect(transcript?.segments[0]).toMatchObject({ text, kind })
})
