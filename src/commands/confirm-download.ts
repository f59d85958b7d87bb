import { dispatchAlignment } from '#session/alignment/alignment-machine.ts'
import { speechWorkFor, speechWorkLanguage } from '#session/alignment/speech-work.ts'
import { wholeTask } from '#session/alignment/tasks.ts'
import type { AlignmentGoal } from '#state/alignment.ts'
import type { CommandContext } from './command-context.ts'

/**
 * Begins what a key asked for, unless it would download megabytes: then the page says first what that costs, and it
 * begins when it is asked for again. Loaded when such a key is pressed.
 */
export async function confirmDownload(
  { store, speechModels }: Pick<CommandContext, 'store' | 'speechModels'>,
  goal: AlignmentGoal,
  begin: () => void,
): Promise<void> {
  const state = store.getState()
  const { alignment, document, recording, transcripts } = state
  if (alignment.status === 'offered' && alignment.task.goal === goal) return begin()
  const need = await speechModels.need(speechWorkFor(goal), speechWorkLanguage(goal, state))
  const now = store.getState()
  // Something else has been opened meanwhile.
  if (now.document !== document || now.recording !== recording) return
  if (!need || need.isStored || need.bytes === 0) return begin()
  dispatchAlignment(store, { type: 'offered', task: wholeTask(goal, transcripts.shownId), need })
}
