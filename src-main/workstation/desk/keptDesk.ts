import { z } from 'zod'
import { Desk } from '../../../src-preload/contract/desk.ts'
import type { Input } from '../../../src-preload/contract/index.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import type { Core } from '../core.ts'

const DEFAULT: Desk = {
  filter: '',
  claimId: null,
  density: 'standard',
  widths: {},
  recent: [],
  guide: { state: 'unseen', step: 'open' },
}
/** Desks of older versions lack what came since. */
const KeptDesk = z.preprocess(
  (kept) => (typeof kept === 'object' && kept !== null ? { ...DEFAULT, ...kept } : kept),
  Desk,
)
/** By person: whoever takes another place finds their own desk there. What no longer fits is the only part that is lost. */
const KeptDesks = z.record(z.string(), KeptDesk.catch(DEFAULT))

const readDesks = ({ store }: Core) => store.read((s) => findValue(s, 'desks', KeptDesks)) ?? {}

export function readDesk(core: Core): Desk {
  return readDesks(core)[core.session.user().userId] ?? DEFAULT
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
