import { describe, expect, test } from 'vitest'
import { nextAlignment } from '#session/alignment/alignment-machine.ts'
import type { AlignmentEvent, PausedWork } from '#session/alignment/alignment-machine.ts'
import type { Alignment } from '#state/alignment.ts'
import type { TranscriptId } from '#state/transcripts.ts'
import type { Problem } from '#transcript/problem.ts'
import { partTask, taskFor } from '../../../support/alignment-states.ts'

const task = taskFor('words')
const other = taskFor('check')
const problem: Problem = { code: 'no-speech', severity: 'error', message: 'No speech.' }
const need = { bytes: 5_000_000, isStored: false }
const result = { kind: 'drafted', words: 3 } as const
const paused: PausedWork = { task, heardUntil: 30, duration: 100 }

const states = {
  idle: { status: 'idle' },
  offered: { status: 'offered', task, need, before: { status: 'paused', ...paused } },
  loading: { status: 'loading', task, progress: 0.5 },
  running: { status: 'running', task, heardUntil: 10, duration: 100, secondsLeft: null },
  paused: { status: 'paused', ...paused },
  done: { status: 'done', task, result },
  refused: { status: 'refused', task, problem },
  failed: { status: 'failed', task, problem },
} satisfies { readonly [Status in Alignment['status']]: Extract<Alignment, { status: Status }> }
type Status = keyof typeof states

const events = {
  offered: { type: 'offered', task: other, need },
  begun: { type: 'begun', task: other },
  loaded: { type: 'loaded', progress: 0.75 },
  advanced: { type: 'advanced', heardUntil: 20, duration: 100, secondsLeft: 8 },
  written: { type: 'written', transcript: 'transcript-2' as TranscriptId },
  ended: { type: 'ended', result },
  refused: { type: 'refused', problem },
  failed: { type: 'failed', problem },
  stopped: { type: 'stopped', paused },
  dismissed: { type: 'dismissed', paused },
  reset: { type: 'reset', paused },
} satisfies {
  readonly [Type in AlignmentEvent['type']]: Extract<AlignmentEvent, { type: Type }>
}

const same = null
type Row = Readonly<Record<Status, Status | typeof same>>
const everywhere = (status: Status): Row => ({
  idle: status,
  offered: status,
  loading: status,
  running: status,
  paused: status,
  done: status,
  refused: status,
  failed: status,
})
const nowhere: Row = {
  idle: same,
  offered: same,
  loading: same,
  running: same,
  paused: same,
  done: same,
  refused: same,
  failed: same,
}
const whileBusy = (status: Status): Row => ({ ...nowhere, loading: status, running: status })

/** The status that follows each event in each state; `same`: the state stays the same object. */
const table: Readonly<Record<keyof typeof events, Row>> = {
  offered: { ...everywhere('offered'), loading: same, running: same },
  begun: everywhere('loading'),
  loaded: whileBusy('loading'),
  advanced: whileBusy('running'),
  written: { ...nowhere, loading: 'loading', running: 'running' },
  ended: whileBusy('done'),
  refused: whileBusy('refused'),
  failed: whileBusy('failed'),
  stopped: whileBusy('paused'),
  dismissed: {
    idle: same,
    offered: 'paused',
    loading: same,
    running: same,
    paused: 'idle',
    done: 'paused',
    refused: 'paused',
    failed: 'paused',
  },
  reset: everywhere('paused'),
}

describe.each(Object.keys(events) as (keyof typeof events)[])('%s', (type) => {
  test.each(Object.keys(states) as Status[])('while %s', (status) => {
    const expected = table[type][status]
    const next = nextAlignment(states[status], events[type])
    if (expected === same) expect(next).toBe(states[status])
    else expect(next.status).toBe(expected)
  })
})

describe('a state', () => {
  const { loading, running, done } = states

  test('of work has its task and the data of the event', () => {
    expect(nextAlignment(done, events.begun)).toEqual({
      status: 'loading',
      task: other,
      progress: 0,
    })
    expect(nextAlignment(loading, events.loaded)).toEqual({
      status: 'loading',
      task,
      progress: 0.75,
    })
    expect(nextAlignment(loading, events.advanced)).toEqual({
      status: 'running',
      task,
      heardUntil: 20,
      duration: 100,
      secondsLeft: 8,
    })
    expect(nextAlignment(running, events.ended)).toEqual({ status: 'done', task, result })
    expect(nextAlignment(running, events.refused)).toEqual({ status: 'refused', task, problem })
    expect(nextAlignment(running, events.failed)).toEqual({ status: 'failed', task, problem })
  })

  test('names the transcript of a draft once it has lines, and stays what it is otherwise', () => {
    const draft = { ...running, task: { ...taskFor('draft'), transcript: null } }
    expect(nextAlignment(draft, events.written)).toEqual({
      ...draft,
      task: { ...draft.task, transcript: 'transcript-2' },
    })
  })

  test('keeps the part that failed, so that trying again means that part', () => {
    const part = { ...running, task: partTask }
    expect(nextAlignment(part, events.failed)).toMatchObject({ task: partTask })
  })
})

describe('the state before an offer', () => {
  const { idle, offered, paused: pausedState } = states

  test('comes back when the offer is dismissed', () => {
    const again = nextAlignment(nextAlignment(pausedState, events.offered), events.dismissed)
    expect(again).toBe(pausedState)
  })

  test('is not another offer', () => {
    const twice = nextAlignment(offered, events.offered)
    expect(twice).toEqual({ status: 'offered', task: other, need, before: offered.before })
    expect(nextAlignment(idle, events.offered)).toMatchObject({ before: idle })
  })
})

describe('without anything to resume', () => {
  const nothing = { paused: null }

  test.each(['stopped', 'dismissed', 'reset'] as const)('%s leads to idle', (type) => {
    const from = type === 'stopped' ? states.running : states.done
    expect(nextAlignment(from, { type, ...nothing })).toEqual({ status: 'idle' })
  })
})
