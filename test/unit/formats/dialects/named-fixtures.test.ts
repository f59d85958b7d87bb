import { expect, test } from 'vitest'
import { segmentsOf } from '../fixtures.ts'

/** Who says what in each fixture; a number in front is the start in seconds. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'webvtt/zoom-names.vtt': [
    '1 Grace Hill: We walked 1 miles.',
    '3 marlow: We walked 2 miles.',
    '5 Grace Hill: We walked 3 miles.',
    '7 Rena Park | Acme: We walked 4 miles.',
    '9 Grace Hill: We walked 5 miles.',
    '11 Park, Ada: We walked 6 miles.',
    '13 Grace Hill: We walked 7 miles.',
    '15 skyLark (Jon): We walked 8 miles.',
    '17 Grace Hill: We walked 9 miles.',
    "19 Ada's iPhone: We walked 10 miles.",
    '21 marlow: We walked 11 miles.',
    '23 Grace Hill: We walked 12 miles.',
  ],
  'webvtt/names-in-identifiers.vtt': ['1 Ada Park: We walked home.', '3 bob: It rained.'],
  'webvtt/teams-metadata.vtt': ['1 Ada Park: We walked home.', '3 Bob Lee: It rained.'],
  'webvtt/teams-metadata-with-an-arrow.vtt': [
    '16.246 Ines Vale: Can you all hear me?',
    '18 Tom "TJ" Oak: Yes --> loud & clear.',
  ],
  'webvtt/noscribe-editor.vtt': [
    '0 nobody: (5 seconds pause)',
    '5.14 S01: So tell me about the harbour,',
    "14.19 S02: It wasn't a harbour then.",
  ],
  'whisper-json/speaker-ids.json': ['1 speaker_1: We walked home.', '3 speaker_2: It rained.'],
  'timed-text/otter-names-of-every-form.txt': [
    '1 Grace Hill: We walked 1 miles.',
    '11 bob: We walked 2 miles.',
    '21 Grace Hill: We walked 3 miles.',
    '31 Park, Ada: We walked 4 miles.',
    '41 user_42: We walked 5 miles.',
  ],
  'timed-text/fathom.txt': [
    '- nobody: Walk - January 01\nVIEW RECORDING - 6 mins (No highlights): https://fathom.video/share/x',
    '- nobody: ---',
    '1 Ada Park (Acme): We walked home.',
    '3 Bob Lee: It rained.',
    '3725 Ada Park (Acme): The end.',
  ],
  'timed-text/tldv.txt': [
    '- nobody: Walk\n01 Jan 2025',
    '1 Ada Park: We walked home.',
    '3 Bob Lee: It rained.',
  ],
  'timed-text/premiere.txt': ['1 Speaker 1: We walked home.', '3 Speaker 2: It rained.'],
  'plain-text/deposition.txt': [
    '- nobody: BY MS. PARK:',
    '- Q: Where were you?',
    '- A: At home.',
    '- Q: All day?',
    '- A: Yes.',
    '- MR. OAK: Objection.',
    '- nobody: BY MS. PARK:',
    '- Q: Again?',
    '- A: No.',
  ],
  'plain-text/deposition-without-letters.txt': [
    '- MS. PARK: Where were you?',
    '- THE WITNESS: At home.',
    '- MS. PARK: All day?',
    '- THE WITNESS: Yes.',
    '- MR. OAK: Objection.',
  ],
  'webvtt/turns-by-arrows.vtt': [
    '1 nobody: GOOD EVENING. THE ROLL, PLEASE.',
    '3 nobody: HERE.',
    '5 CLERK: MEMBER OAK?',
    '6.588 nobody: HERE.',
    '7.029 nobody: MEMBER ELM?',
    '8 nobody: ALSO HERE.',
  ],
  'webvtt/turns-by-arrows-rolling.vtt': [
    '0.16 nobody: so where were you?',
    '1.44 nobody: At home.',
    '2.32 nobody: All day?',
    '3.76 nobody: All day.',
  ],
  'plain-text/speechmatics.txt': ['- S1: We walked home.', '- S2: It rained.'],
  'csv/nvivo.txt': ['0 Ada: We walked home.', '3 Bob: It rained.'],
  'csv/aviary.csv': ['1 nobody: We walked home.', '3 nobody: It rained.'],
  'csv/sppas.csv': ['1 Ada: We walked home.', '3 Bob: It rained.'],
  'plain-text/names-in-capitals-with-functions.txt': [
    '- JIM LEHRER: Good evening.',
    '- Sen. ADA PARK, (R) Nevada: We walked home.',
    '- LEHRER: Thank you.',
    '- BOB LEE, Plano police: It rained.',
    '- LEHRER: Good night.',
  ],
  'plain-text/names-of-one-letter.txt': [
    '- I: Wo haben Sie gewohnt?',
    '- B: Am Hafen, lange Zeit.',
    '- I: Und dann?',
    '- B: Dann nicht mehr.',
  ],
  'plain-text/colons-in-prose.txt': [
    '- nobody: On the matter of the lease: both sides have signed it.',
    '- nobody: Bottom Line: the boat sails in spring, and not before.',
    '- nobody: The mill closed in May. One thing was clear: nobody had asked the river.',
    '- nobody: Bottom Line: it floods.',
    '- nobody: Seventeen Years Later: the same mill, the same river.',
  ],
  'subrip/names-in-angle-brackets.srt': [
    '1 Спикер №1: Сегодня идёт дождь.',
    '3.5 Спикер №1: И завтра тоже.',
    '6.2 Спикер №2: А послезавтра?',
    '9.2 Speaker 1: Nobody knows.',
    '11.2 nobody: If a < b and b > c, what then?',
  ],
}

test.each(Object.entries(expected))('%s', async (path, lines) => {
  const segments = await segmentsOf(path)
  const found = segments.map(
    ({ start, speaker, text }) => `${start ?? '-'} ${speaker ?? 'nobody'}: ${text}`,
  )
  expect(found).toEqual(lines)
})
