import { useMemo } from 'react'
import type { MenuTitle } from '../../../src-preload/contract/host.ts'
import { useText } from '../../format/useText.ts'
import { valueOf } from '../../stores/load.ts'
import { type Stores, useShared } from '../../stores/Stores.tsx'
import { useKeyWishes } from '../keys/useKeys.ts'
import { AS, menuTree } from './menuTree.ts'

export function useMenuTree(isNative: boolean): readonly MenuTitle[] {
  const say = useText()
  const wishes = useKeyWishes()
  const live = useShared('commands', (state) => state.live)
  const session = useShared('session', (state) => valueOf(state.session))
  return useMemo(
    () =>
      menuTree({
        live,
        wishes,
        say,
        isNative,
        user: session?.user ?? null,
        others: session?.others ?? [],
      }),
    [live, wishes, say, isNative, session],
  )
}

/** Runs what was chosen in a menu. */
export function chooseInMenu({ commands, session }: Stores, command: string): void {
  if (!command.startsWith(AS)) return void commands.getState().run(command)
  const others = valueOf(session.getState().session)?.others ?? []
  const person = others.find(({ userId }) => command === `${AS}${userId}`)
  if (person === undefined) return
  session
    .getState()
    .switchUser(person.userId)
    // A refusal leaves the session as it was, and the menu with its old mark.
    .catch(() => undefined)
}
