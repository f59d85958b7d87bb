import { describe, expect, test } from 'vitest'
import { readRange, routeOf } from '#sources/offline/routes.ts'
import type { RoutedRequest, RoutingContext } from '#sources/offline/routes.ts'

const online: RoutingContext = {
  scope: 'https://radio.example/earshot/',
  files: new Set(['NOTICES.txt', 'assets/index-a1.js', 'demo/demo.vtt', 'demo/demo.mp3']),
  isOnline: true,
}
const offline = { ...online, isOnline: false }
const get = (url: string, other: Partial<RoutedRequest> = {}): RoutedRequest => ({
  method: 'GET',
  url,
  mode: 'cors',
  hasRange: false,
  ...other,
})

describe('the service worker', () => {
  test.each<[string, RoutedRequest, RoutingContext, string]>([
    ['the page', get(online.scope, { mode: 'navigate' }), online, 'page'],
    [
      'the page with what it is to open',
      get(`${online.scope}?audio=a.mp3#t=4`, { mode: 'navigate' }),
      offline,
      'page',
    ],
    [
      'another page below the app',
      get(`${online.scope}about.html`, { mode: 'navigate' }),
      online,
      'not-ours',
    ],
    [
      'the notices, opened by a link',
      get(`${online.scope}NOTICES.txt`, { mode: 'navigate' }),
      offline,
      'cached',
    ],
    ['a file of the build', get(`${online.scope}assets/index-a1.js`), online, 'cached'],
    ['the demo’s text', get(`${online.scope}demo/demo.vtt`), offline, 'cached'],
    ['a file of another build', get(`${online.scope}assets/index-b2.js`), online, 'not-ours'],
    ['a recording beside the app', get(`${online.scope}talks/one.mp3`), online, 'not-ours'],
    ['a speech model', get(`${online.scope}speech/en-us/mdef-1.gz`), offline, 'not-ours'],
    ['the page above', get('https://radio.example/', { mode: 'navigate' }), online, 'not-ours'],
    [
      'another server with the same name of a file',
      get('https://cdn.example/earshot/assets/index-a1.js'),
      online,
      'not-ours',
    ],
    [
      'a file that is written to',
      get(`${online.scope}demo/demo.vtt`, { method: 'PUT' }),
      online,
      'not-ours',
    ],
    [
      'sound that is played',
      get(`${online.scope}demo/demo.mp3`, { hasRange: true }),
      online,
      'not-ours',
    ],
    [
      'sound that is played, without a network',
      get(`${online.scope}demo/demo.mp3`, { hasRange: true }),
      offline,
      'cached-part',
    ],
  ])('answers for %s', (_, asked, surroundings, route) => {
    expect(routeOf(asked, surroundings)).toBe(route)
  })
})

describe('a range of bytes', () => {
  test.each([
    ['bytes=0-', { from: 0, to: 1000 }],
    ['bytes=100-199', { from: 100, to: 200 }],
    ['bytes=900-5000', { from: 900, to: 1000 }],
    ['bytes=1000-', null],
    ['bytes=-500', null],
    ['bytes=0-1,5-6', null],
    ['', null],
  ])('%j of a thousand', (header, range) => {
    expect(readRange(header, 1000)).toEqual(range)
  })
})
