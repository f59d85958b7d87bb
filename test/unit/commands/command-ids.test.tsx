import { Play } from 'lucide-react'
import { expect, test } from 'vitest'
import { commandNamed } from '#commands/commands.ts'
import type { CommandId } from '#commands/commands.ts'
import { CommandButton } from '#ui/kit/CommandButton.tsx'

test('a misspelt command id does not compile, on a button or in code', () => {
  const right = <CommandButton command="play-pause" icon={Play} />
  // @ts-expect-error: the command is "play-pause"
  const wrong = <CommandButton command="play-puase" icon={Play} />
  expect([right.props.command, wrong.props.command]).toEqual(['play-pause', 'play-puase'])

  expect(commandNamed('back-10').id).toBe('back-10')
  // @ts-expect-error: no command steps back by eleven seconds
  expect(commandNamed('back-11')).toBeUndefined()
})

test('ids that a function makes are literals, too', () => {
  const id: CommandId = 'to-tenth-7'
  // @ts-expect-error: the recording has ten tenths
  const none: CommandId = 'to-tenth-10'
  expect([commandNamed(id).id, commandNamed(none)]).toEqual(['to-tenth-7', undefined])
})
