import { z } from 'zod'
import type { Input } from '../../../src-preload/contract/index.ts'
import { Settings, User } from '../../../src-preload/contract/session.ts'
import type { AuditActName } from '../../../src-preload/contract/vocabulary/auditWords.ts'
import type { UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { DEFAULT_SETTINGS } from '../../../src-preload/contract/vocabulary/settingWords.ts'
import { appendAudit } from '../../store/auditRepo.ts'
import type { Store } from '../../store/openStore.ts'
import { findValue, putValue } from '../../store/profileRepo.ts'
import { AppError } from '../appError.ts'
import type { Emit } from '../core.ts'
import type { WorkstationPorts } from '../ports.ts'

/** Settings of older versions lack what came since. */
const KeptSettings = z.preprocess(
  (kept) => (typeof kept === 'object' && kept !== null ? { ...DEFAULT_SETTINGS, ...kept } : kept),
  Settings,
)
/** Who is known, as the hub said last. */
const Known = z.object({ people: z.array(User), team: z.array(User) })
type Known = z.infer<typeof Known>
/** Older versions kept one list for both. */
const KeptKnown = z.union([Known, z.array(User).transform((people): Known => ({ people, team: people }))])

/** Who works here, as the hub last said; and the settings of this profile. */
export interface Session {
  user(): User
  /** Who may change places here: the people of a demo hub. */
  people(): readonly User[]
  /** Whom a claim may be handed to: everybody else of the team who reviews. */
  colleagues(): readonly User[]
  /** The hub told who may change places here and who is of the team. */
  learn(told: Known): void
  switchTo(userId: UserId): User
  settings(): Settings
  change(settings: Input<'settings.set'>): Settings
}

export function createSession(store: Store, ports: WorkstationPorts, emit: Emit): Session {
  let userId = ports.host.user
  let known: Known = store.read((s) => findValue(s, 'people', KeptKnown)) ?? { people: [], team: [] }
  let settings = store.read((s) => findValue(s, 'settings', KeptSettings)) ?? DEFAULT_SETTINGS
  // Until the hub has told the role, the person may look and nothing else.
  const user = (): User =>
    [...known.team, ...known.people].find((person) => person.userId === userId) ?? {
      userId,
      name: userId,
      role: 'auditor',
    }
  const audit = (act: AuditActName) => ({
    at: ports.clock.now(),
    actor: userId,
    act,
    claimId: null,
    facts: {},
  })
  return {
    user,
    people: () => known.people,
    colleagues: () => known.team.filter((person) => person.userId !== userId && person.role !== 'auditor'),
    learn(told) {
      if (JSON.stringify(told) === JSON.stringify(known)) return
      store.write((s) => putValue(s, 'people', told))
      known = told
      emit('session.changed', {})
    },
    switchTo(next) {
      const found = known.people.find((person) => person.userId === next)
      if (found === undefined) throw new AppError('not_found', 'This person is not known here.')
      store.write((s) => appendAudit(s, audit('user switched')))
      userId = next
      emit('session.changed', {})
      return found
    },
    settings: () => settings,
    change(part) {
      const next: Settings = {
        locale: part.locale ?? settings.locale,
        theme: part.theme ?? settings.theme,
        documentBudgetMb: part.documentBudgetMb ?? settings.documentBudgetMb,
        undoHoldSeconds: part.undoHoldSeconds ?? settings.undoHoldSeconds,
        singleKeys: part.singleKeys ?? settings.singleKeys,
        keys: part.keys ?? settings.keys,
        // Null is a wish of its own: no quiet hours.
        quietHours: part.quietHours === undefined ? settings.quietHours : part.quietHours,
      }
      store.write((s) => {
        putValue(s, 'settings', next)
        appendAudit(s, audit('settings changed'))
      })
      settings = next
      emit('settings.changed', {})
      return settings
    },
  }
}
