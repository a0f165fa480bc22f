import { z } from 'zod'
import { Desk } from '../../../src-preload/contract/desk.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import { EMPTY_DESK } from '../../../src-preload/contract/emptyDesk.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'

/** Desks of older versions lack what came since. */
const KeptDesk = z.preprocess(
  (kept) => (typeof kept === 'object' && kept !== null ? { ...EMPTY_DESK, ...kept } : kept),
  Desk,
)
/** By person: whoever takes another place finds their own desk there. What no longer fits is the only part that is lost. */
const KeptDesks = z.record(z.string(), KeptDesk.catch(EMPTY_DESK))

const readDesks = ({ store }: Core) => store.read((s) => findValue(s, 'desks', KeptDesks)) ?? {}

export function readDesk(core: Core): Desk {
  return readDesks(core)[core.session.user().userId] ?? EMPTY_DESK
}

export function keepDesk(core: Core, part: Input<'desk.keep'>): void {
  const desks = readDesks(core)
  const mine = { ...readDesk(core), ...withoutUndefined(part) }
  core.store.write((s) => putValue(s, 'desks', { ...desks, [core.session.user().userId]: mine }))
}

/** A field that was not sent may come as undefined, which must not take the place of what is kept. */
function withoutUndefined(part: Input<'desk.keep'>): Partial<Desk> {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
}
