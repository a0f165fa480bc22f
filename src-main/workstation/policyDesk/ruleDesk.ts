import type { RuleDesk, RuleView } from '../../../src-preload/contract/policyDesk.ts'
import type { PolicyVersion } from '../../../src-preload/contract/vocabulary/policyVersion.ts'
import type { RuleKind, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { standingProposals } from '../../domain/policy/assignmentProposal.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import { isOfRule } from '../../domain/policy/ruleDraft.ts'
import { toInstant } from '../../store/instants.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { listReference } from '../../store/referenceRepo.ts'
import type { Core } from '../core.ts'
import { findOwn } from './ownDrafts.ts'
import { type KeptBook, knownBook, renewBook } from './ruleBook.ts'

/** Asks the hub; where it is away, what it told last stands, with what was typed here. */
export async function readBook(core: Core): Promise<RuleDesk> {
  const away = await renewBook(core)
  return core.store.read((s) => {
    const book = knownBook(s)
    return { rules: rulesOf(core, s, book), away, toldAt: book?.toldAt ?? null }
  })
}

interface Titled extends PolicyVersion {
  readonly kind: RuleKind
  readonly title: string
}

function rulesOf(core: Core, store: ReadStore, book: KeptBook | null): RuleView[] {
  const { policies, calendars } = listReference(store)
  const versions: Titled[] = [
    ...calendars.map(({ id, version }) => ({ kind: 'calendar' as const, id, version, title: id })),
    ...policies.map(({ id, version, title }) => ({ kind: 'profile' as const, id, version, title })),
  ]
  const byRule = Map.groupBy(versions, ({ kind, id }) => `${kind} ${id}`)
  return [...byRule.values()].flatMap((all) => {
    const [newest] = all
    if (newest === undefined) return []
    return viewOf(core, store, book, { newest, all })
  })
}

interface Versions {
  readonly newest: Titled
  readonly all: readonly Titled[]
}

function viewOf(core: Core, store: ReadStore, book: KeptBook | null, { newest, all }: Versions): RuleView {
  const rule: RuleName = { kind: newest.kind, id: newest.id }
  const isIt = (one: RuleName) => one.kind === rule.kind && one.id === rule.id
  const acts = (book?.acts ?? []).filter((act) => isIt(act.rule)).map(({ rule: _of, ...act }) => act)
  const today = submissionDay(toInstant(core.ports.clock.now() + (core.hubClock.offsetMs() ?? 0)))
  // A day that has begun cannot be given to another profile any more.
  const proposals = standingProposals(book?.acts ?? []).filter(({ fromDay }) => (fromDay ?? '') > today)
  return {
    rule,
    title: newest.title,
    isInForce: book?.rules.find((one) => isIt(one.rule))?.isInForce ?? false,
    versions: all.map(({ version }) => ({
      version,
      published: acts.find((act) => act.act === 'published' && act.version === version) ?? null,
      proposed: proposals
        .filter((act) => isIt(act.rule) && act.version === version)
        .map(({ rule: _of, ...act }) => act),
      days: (book?.assignments ?? [])
        .filter(({ profile }) => rule.kind === 'profile' && profile.id === rule.id)
        .filter(({ profile }) => profile.version === version)
        .map(({ fromDay, toDay }) => ({ fromDay, toDay })),
    })),
    draft: book?.drafts.find(({ content }) => isOfRule(content, rule)) ?? null,
    own: findOwn(core, store, rule),
    acts,
  }
}
