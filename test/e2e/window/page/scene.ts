import type { Handlers } from '../../../../src-preload/contract/index.ts'

/** What the window is put in front of: the address, and what the core answers. */
export interface Scene {
  readonly hash: string
  readonly handlers: () => Partial<Handlers>
}
