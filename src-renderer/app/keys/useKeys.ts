import { useShallow } from 'zustand/react/shallow'
import { useShared } from '../../stores/Stores.tsx'
import { commandOf, type CommandId } from '../commands.ts'
import { effectiveKeys, type KeyWishes } from './effectiveKeys.ts'

export function useKeyWishes(): KeyWishes {
  return useShared(
    'settings',
    useShallow(({ settings: { singleKeys, keys } }) => ({ singleKeys, keys })),
  )
}

/** The keys of a command as this reviewer has them. */
export function useKeys(id: CommandId): readonly string[] {
  return effectiveKeys(commandOf(id), useKeyWishes())
}
