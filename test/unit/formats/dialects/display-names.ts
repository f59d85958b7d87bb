import { createRandom, type Random } from './random.ts'

/** A name as people write it in a meeting or a transcript. */
export interface DisplayName {
  /** The form that the name is an example of. */
  readonly kind: string
  readonly name: string
}

const scripts = {
  latin: [
    'Ada Rena Grace Tom Jon Mira Ines Bob Leon Una',
    'Park Hill Oak Vale Lee Bell Stone Moss',
  ],
  diacritics: [
    'Zoë Łukasz Jürgen Åsa Šárka Nuño Çağla Øystein Đorđe Ñusta',
    'Böhm Østby Žižka Muñoz Kılıç Përmeti Nguyễn Håkansson Żak Ősz',
  ],
  cyrillic: ['Анна Борис Вера Глеб Дарья Їжак Ёлка', 'Мельник Орлова Ковач Щукин Ђурић'],
  greek: ['Άννα Νίκος Ελένη Γιώργος', 'Παππάς Ιωάννου Λαμπρού'],
  arabic: ['سارة عمر ليلى يوسف', 'الحداد البحري النجار'],
  hebrew: ['נועה דוד רות יעל', 'לוי בן־דוד אלון'],
  devanagari: ['आदित्य मीरा कमल रेखा', 'शर्मा वर्मा जोशी'],
  thai: ['สมชาย มาลี อรุณ', 'ใจดี ทองคำ ศรีสุข'],
  hangul: ['김 이 박 최', '민준 서연 하늘'],
} as const

const han = ['王 李 田 高 林', '小明 中 太郎 春 一']
const kana = ['さとう スズキ たなか', 'はなこ ケン ゆき']

type Script = keyof typeof scripts

function person(random: Random, script: Script = 'latin'): string {
  const [first, last] = scripts[script]
  return `${random.pick(first.split(' '))} ${random.pick(last.split(' '))}`
}

function given(random: Random): string {
  return random.pick(scripts.latin[0].split(' '))
}

function family(random: Random): string {
  return random.pick(scripts.latin[1].split(' '))
}

const number = (random: Random, most = 99) => String(1 + random.below(most))
const digits = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.below(10)).join('')

type Rule = (random: Random) => string

/** One rule for each form of name. */
const forms: Readonly<Record<string, Rule>> = {
  'two names': (r) => person(r),
  'one name': (r) => r.pick([given(r), family(r)]),
  'lower case': (r) => r.pick([person(r).toLowerCase(), given(r).toLowerCase()]),
  capitals: (r) => r.pick([person(r), family(r)]).toUpperCase(),
  diacritics: (r) => person(r, 'diacritics'),
  Cyrillic: (r) => person(r, 'cyrillic'),
  Greek: (r) => person(r, 'greek'),
  Arabic: (r) => person(r, 'arabic'),
  Hebrew: (r) => person(r, 'hebrew'),
  Devanagari: (r) => person(r, 'devanagari'),
  Thai: (r) => r.pick([person(r, 'thai'), person(r, 'thai').replace(' ', '')]),
  Hangul: (r) => person(r, 'hangul').replace(' ', ''),
  Han: (r) => r.pick(han[0]!.split(' ')) + r.pick(han[1]!.split(' ')),
  kana: (r) => r.pick(kana[0]!.split(' ')) + r.pick(kana[1]!.split(' ')),
  'two scripts': (r) => `${person(r)} (${person(r, r.pick(['cyrillic', 'hebrew', 'arabic']))})`,
  bars: (r) => `${person(r)} | ${r.pick(['Acme', 'Sales & Support', 'R&D', 'acme.example'])}`,
  dashes: (r) => `${person(r)} ${r.pick(['-', '–', '—'])} ${r.pick(['Acme', 'Sales', 'Room 2'])}`,
  commas: (r) => `${family(r)}, ${given(r)}${r.pick(['', ' J.', ' (Acme)'])}`,
  apostrophes: (r) => `${given(r)} ${r.pick(["O'", 'O’', "D'"])}${family(r)}`,
  particles: (r) => `${given(r)} ${r.pick(['van der', 'de la', 'von', 'bin', 'y'])} ${family(r)}`,
  initials: (r) =>
    r.pick([`${given(r)} ${given(r)[0]}. ${family(r)}`, `${given(r)[0]}${family(r)[0]}`]),
  'one letter': (r) => r.pick([...'ABIJMQRSTX']),
  figures: (r) =>
    r.pick([
      `${given(r)}${number(r)}`,
      `user_${number(r)}`,
      digits(r, 7),
      `${number(r)} ${given(r)}`,
    ]),
  handles: (r) =>
    r.pick([
      `@${given(r).toLowerCase()}`,
      `sky${family(r)} (${given(r)})`,
      `${given(r)}_${family(r)}`,
      `x.${family(r)}`.toLowerCase(),
    ]),
  'e-mail addresses': (r) =>
    `${given(r)}.${family(r)}${number(r)}@${r.pick(['acme.example', 'mail.example.org'])}`.toLowerCase(),
  emoji: (r) =>
    r.pick([
      `${given(r)} ${r.pick(['🌻', '👩‍💻', '🇳🇴', '❤️'])}`,
      `🚀 ${given(r)}`,
      `✨${family(r)}✨`,
    ]),
  'six words': (r) =>
    `${person(r)} ${r.pick(['from the harbour office', 'and the second team', 'for Northern Sales Support'])}${r.pick(['', ' Two'])}`,
  titles: (r) =>
    r.pick([
      `Dr. ${person(r)}`,
      `Prof. Dr. ${family(r)}`,
      `${person(r)}, PhD`,
      `Rev. ${family(r)}, Jr.`,
      `Mrs. ${family(r)}`,
      `${person(r)} M.D., M.P.H.`,
    ]),
  devices: (r) =>
    r.pick([
      `iPhone von ${given(r)}`,
      `${given(r)}'s iPad (2)`,
      `${given(r)}’s MacBook Pro`,
      `iPad de ${given(r)}`,
      `Galaxy S${number(r)}`,
      'iPhone',
    ]),
  rooms: (r) =>
    r.pick([
      `Conference Room ${number(r)}B`,
      `Room ${number(r)} / 2nd floor`,
      `Boardroom [${number(r)}]`,
      `HQ-${number(r)}-East`,
    ]),
  roles: (r) =>
    r.pick([
      `${person(r)} (Host)`,
      `${person(r)} [Guest]`,
      `Interviewer ${number(r)}`,
      `Speaker ${number(r)}`,
      `Host - ${given(r)}`,
      `${given(r)}, moderator`,
    ]),
  recognisers: (r) =>
    r.pick([
      `SPEAKER_${digits(r, 2)}`,
      `spk_${number(r)}`,
      `S${number(r)}`,
      `Спикер №${number(r)}`,
      `speaker ${number(r)}`,
      `Sprecher ${number(r)}`,
    ]),
  pronouns: (r) => `${person(r)} (${r.pick(['she/her', 'he/him', 'they/them'])})`,
  telephones: (r) =>
    r.pick([
      `+1 ${digits(r, 3)}-555-0${digits(r, 3)}`,
      `1${digits(r, 3)}555${digits(r, 4)}`,
      `+49 30 ${digits(r, 6)}`,
      `1 (${digits(r, 3)}) ***-**${digits(r, 2)}`,
    ]),
  quotes: (r) =>
    r.pick([`${given(r)} "TJ" ${family(r)}`, `“${given(r)}”`, `${given(r)} 'Red' ${family(r)}`]),
  signs: (r) =>
    r.pick([
      `${given(r)} & ${given(r)}`,
      `${given(r)} + ${given(r)}`,
      `*${given(r)}*`,
      `${given(r)}!`,
      `~${given(r)}~`,
      `${given(r)}/${given(r)}`,
      `#${number(r)} ${given(r)}`,
      `${given(r)}?`,
    ]),
  'colon inside': (r) => `Team:${family(r)}`,
}

/** Names of every form, in equal shares, no name twice. */
export function displayNames(count: number, seed: number): DisplayName[] {
  const random = createRandom(seed)
  const kinds = Object.keys(forms)
  const taken = new Set<string>()
  const names: DisplayName[] = []
  for (let turn = 0; names.length < count; turn += 1) {
    const kind = kinds[turn % kinds.length]!
    const drawn = forms[kind]!(random).normalize('NFC')
    // the forms that have few names get another word
    const name = taken.has(drawn) ? `${drawn} ${number(random, 9999)}` : drawn
    if (taken.has(name)) continue
    taken.add(name)
    names.push({ kind, name })
  }
  return names
}
