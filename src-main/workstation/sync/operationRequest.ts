/** The wire's words for what a command becomes. Only this folder knows the hub's schemas. */
import { z } from 'zod'
import { OperationAction } from '../../hub/api/operations.ts'

export type { OperationAction } from '../../hub/api/operations.ts'

const Content = z.looseObject({ action: OperationAction })

/** The act inside an operation's content; null = another version wrote it, and this one cannot send it. */
export function readAction(content: unknown): OperationAction | null {
  return Content.safeParse(content).data?.action ?? null
}
