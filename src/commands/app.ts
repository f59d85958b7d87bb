import type { Player } from '#media/player.ts'
import type { AppStore } from '#state/store.ts'
import type { Opener } from './opener.ts'
import type { Wishes } from './wishes.ts'

/** What a command may use: the store to know, the player and the opener to ask, wishes for the views. */
export interface App {
  readonly store: AppStore
  readonly player: Player
  readonly opener: Opener
  readonly wishes: Wishes
}
