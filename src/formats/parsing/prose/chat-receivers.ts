import { countOf } from '#transcript/problem-tally.ts'
import type { Problem } from '#transcript/problem.ts'
import type { StampedLine } from './stamped-line.ts'

const mostNamed = 3

/** Collects to whom the messages of a chat log were sent, which a transcript has no place for. */
export function createChatReceivers(): {
  note(line: StampedLine): void
  report(): Problem[]
} {
  const receivers = new Set<string>()
  let messages = 0
  return {
    note({ receiver }) {
      if (receiver === undefined) return
      messages += 1
      receivers.add(receiver)
    },
    report() {
      if (messages === 0) return []
      const named = Array.from(receivers, (name) => `“${name.slice(0, 60)}”`).slice(0, mostNamed)
      const more = receivers.size - named.length
      const list = `${named.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`
      const message = `The text is a chat log: to whom ${countOf(messages, 'message')} ${messages === 1 ? 'was' : 'were'} sent (${list}) is not shown.`
      return [{ code: 'receivers-not-shown', severity: 'note', message }]
    },
  }
}
