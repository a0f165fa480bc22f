import type { CommandId } from '../app/commands.ts'
import { useKeys } from '../app/keys/useKeys.ts'
import { KeyCaps } from './KeyCaps.tsx'

/** The key of a command, as this reviewer has it; nothing where it has none. */
export function CommandKeys({ command }: { readonly command: CommandId }) {
  const [binding] = useKeys(command)
  return binding === undefined ? null : <KeyCaps binding={binding} />
}
