import type { User } from '../../../src-preload/contract/session.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Core } from '../core.ts'

/** Null = nobody is named, or nobody who is known here. */
export const colleague = ({ session }: Pick<Core, 'session'>, userId: UserId | null): User | null =>
  session.colleagues().find((one) => one.userId === userId) ?? null
