import { describe, expect, test } from 'vitest'
import { recordingOfFile } from '#session/opening/opening-sources.ts'
import { checkAddress, foreignHosts, nameOfAddress } from '#sources/check-address.ts'
import { audioOfPage, linkToMoment, linkToOpen, readPageAddress } from '#sources/page-address.ts'

const page = 'https://earshot.example/app/'

describe('an address that is asked for', () => {
  test.each([
    ['https://example.org/a.mp3', 'https://example.org/a.mp3'],
    ['demo/demo.mp3', 'https://earshot.example/app/demo/demo.mp3'],
    ['http://localhost:8000/a.mp3', 'http://localhost:8000/a.mp3'],
    [' https://example.org/a b.mp3 ', 'https://example.org/a%20b.mp3'],
  ])('"%s" is opened as %s', (written, address) => {
    expect(checkAddress(written, page)).toEqual({ ok: true, address })
  })

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'blob:https://evil.example/1',
    'http://example.org/a.mp3',
    'https://user:secret@example.org/a.mp3',
    'file:///etc/passwd',
    'ftp://example.org/a.mp3',
    '',
    'https://',
  ])('"%s" is refused, with a reason', (written) => {
    const result = checkAddress(written, page)
    expect(result.ok).toBe(false)
    expect(!result.ok && result.why).toMatch(/^it /)
  })

  test('is called by its last part', () => {
    expect(nameOfAddress('https://example.org/a/caf%C3%A9.mp3?x=1')).toBe('café.mp3')
    expect(nameOfAddress('https://example.org/%E0%A4')).toBe('%E0%A4')
    expect(nameOfAddress('https://example.org/')).toBe('example.org')
  })
})

describe('a link to the page', () => {
  test('names sound, text, title and a moment', () => {
    expect(
      readPageAddress({ search: '?audio=a.mp3&transcript=a.vtt&title=A%20day', hash: '#t=83.5' }),
    ).toEqual({
      audio: 'a.mp3',
      transcript: 'a.vtt',
      chapters: null,
      peaks: null,
      title: 'A day',
      time: 83.5,
    })
  })

  test('has no title or name that turns the text around it or fills lines', () => {
    const search = `?title=${encodeURIComponent('\u202Egnp.exe\n\u2067 Opened\u0007')}`
    expect(readPageAddress({ search, hash: '' }).title).toBe('gnp.exe Opened')
    expect(readPageAddress({ search: '?title=%E2%80%AE', hash: '' }).title).toBeNull()
    expect(nameOfAddress('https://example.org/a/%E2%80%AE3pm.exe%0A')).toBe('3pm.exe')
    expect(recordingOfFile(new File([], 'a\u202E3pm.exe')).name).toBe('a3pm.exe')
  })

  test('names the peaks of the sound', () => {
    const search = '?audio=a.mp3&peaks=https%3A%2F%2Fexample.org%2Fa.dat'
    expect(readPageAddress({ search, hash: '' }).peaks).toBe('https://example.org/a.dat')
  })

  test.each([
    ['#t=1:23', 83],
    ['#t=npt:10,20', 10],
    ['#t=1e309', null],
    ['#t=-5', null],
    ['#t=', null],
    [`#t=${'1'.repeat(100_000)}`, null],
  ])('with %.20s goes to %s', (hash, time) => {
    expect(readPageAddress({ search: '', hash }).time).toBe(time)
  })

  test('to a moment keeps the rest of the address', () => {
    expect(linkToMoment(`${page}?audio=a.mp3#t=1`, 83.4561)).toBe(`${page}?audio=a.mp3#t=83.457`)
  })
})

describe('the hosts that a link would make this machine known to', () => {
  test('are those of others, each once', () => {
    const asked = ['https://a.example/x.mp3', 'https://a.example/x.vtt', 'https://b.example/c.vtt']
    expect(foreignHosts(asked, page)).toEqual(['a.example', 'b.example'])
  })

  test('are not this page’s, this machine’s, or what is refused anyway', () => {
    const asked = ['demo/x.mp3', 'http://localhost:80/x', 'javascript:alert(1)', null]
    expect(foreignHosts(asked, page)).toEqual([])
  })
})

test('the recording that a page’s address opens is the one it names, or the demo', () => {
  expect(audioOfPage(`${page}?audio=a.mp3`)).toBe(`${page}a.mp3`)
  expect(audioOfPage(page)).toBe(`${page}demo/demo.mp3`)
  expect(audioOfPage(`${page}?transcript=a.vtt`)).toBeNull()
})

test('a link to other addresses than those of the page opens them, and survives reading', () => {
  const audio = 'https://archive.example/a b.mp3?x=1&y=2'
  const link = linkToOpen(`${page}?audio=old.mp3&title=Old#t=1`, {
    audio,
    transcript: null,
    time: 83.5,
  })
  const { search, hash } = new URL(link)
  expect(readPageAddress({ search, hash })).toMatchObject({
    audio,
    transcript: null,
    title: null,
    time: 83.5,
  })
})
