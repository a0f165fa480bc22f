import type { Handlers } from '../../../src-preload/contract/index.ts'
import type { policyDesk } from '../../../src-preload/contract/policyDesk.ts'
import type { RuleContent, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { mayLead } from '../../domain/claim/roles.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findCalendar, findPolicy } from '../../store/referenceRepo.ts'
import { AppError } from '../appError.ts'
import type { Core } from '../core.ts'
import type { SyncLoop } from '../sync/syncLoop.ts'
import { assignVersion } from './assignVersion.ts'
import { actOnDraft, restoreVersion, shareDraft } from './changeDraft.ts'
import { createDryRuns } from './dryRuns.ts'
import { keepOwn } from './ownDrafts.ts'
import { createPreviews } from './previews.ts'
import { readBook } from './ruleDesk.ts'

/** Calendars and profiles as a team lead changes them. */
export function createPolicyHandlers(
  core: Core,
  sync: Pick<SyncLoop, 'kick'>,
): Pick<Handlers, keyof typeof policyDesk> {
  const previews = createPreviews(core)
  const dryRuns = createDryRuns(core)
  const asLead = <In, Out>(answer: (input: In) => Out) => {
    return (input: In): Out => {
      if (!mayLead(core.session.user().role))
        throw new AppError('not_found', 'Calendars and profiles are changed by team leads.')
      return answer(input)
    }
  }
  return {
    'policy.book': asLead(() => readBook(core)),
    'policy.content': asLead(({ rule, version }) => ({
      content: core.store.read((s) => findContent(s, rule, version)),
    })),
    'policy.keepDraft': asLead(({ rule, own }) => {
      keepOwn(core, rule, own)
      return {}
    }),
    'policy.share': asLead(({ rule }) => shareDraft(core, rule)),
    'policy.act': asLead(async ({ rule, act, revision }) => {
      const outcome = await actOnDraft(core, rule, { act, revision })
      // What was published comes with the next round, and the clocks that it moves.
      if (outcome.outcome === 'done' && outcome.published !== null) sync.kick()
      return outcome
    }),
    'policy.restore': asLead(({ rule, ...wish }) => restoreVersion(core, rule, wish)),
    'policy.assign': asLead(async (wish) => {
      const outcome = await assignVersion(core, wish)
      if (outcome.outcome === 'assigned') sync.kick()
      return outcome
    }),
    'policy.preview': asLead(({ rule, ...page }) => previews.read(rule, page)),
    'policy.startDryRun': asLead(({ rule }) => ({ run: dryRuns.start(rule) })),
    'policy.dryRun': asLead(() => ({ run: dryRuns.current() })),
    'policy.cancelDryRun': asLead(() => {
      dryRuns.cancel()
      return {}
    }),
  }
}

/** Null = the hub has not given this version. */
export function findContent(store: ReadStore, { kind, id }: RuleName, version: number): RuleContent | null {
  if (kind === 'calendar') {
    const calendar = findCalendar(store, { id, version })
    return calendar === null ? null : { kind, calendar }
  }
  const profile = findPolicy(store, { id, version })
  return profile === null ? null : { kind, profile }
}
