import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  RuleActKind,
  RuleContent,
  RuleDraft,
  RuleName,
  RulePerson,
  RuleProblem,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { assignFrom } from '../../domain/policy/assignmentProblems.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import {
  asVersion,
  proposeProblem,
  publishProblem,
  type RuleStanding,
  versionOf,
  writeProblem,
} from '../../domain/policy/ruleDraft.ts'
import type { ActOnRule, RuleAnswer, WriteRuleDraft } from '../api/rules.ts'
import { actingAs, HUB } from '../store/callerContext.ts'
import type { Db, Tx } from '../store/database.ts'
import { notePair } from '../store/fourEyesRepo.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import {
  listAssignments,
  lockRules,
  putAssignments,
  putCalendar,
  putProfile,
} from '../store/referenceRepo.ts'
import { addAct, dropDraft, findDraft, findVersion, listVersions, putDraft } from '../store/rulesRepo.ts'
import { transact } from '../store/transact.ts'

export interface ChangingRules {
  readonly db: Db
  /** Epoch milliseconds: the hub decides time. */
  readonly now: () => number
}

interface Change {
  readonly tx: Tx
  readonly rule: RuleName
  readonly by: RulePerson
  readonly at: Instant
  readonly standing: RuleStanding
}

/** Writes the draft of a rule; null = there is no such rule. */
export function writeDraft(
  ports: ChangingRules,
  rule: RuleName,
  by: RulePerson,
  written: WriteRuleDraft,
): Promise<RuleAnswer | null> {
  return changing(ports, rule, by, async (change) => {
    const { draft, newest } = change.standing
    const problem = writeProblem(draft, written.revision)
    if (problem !== null) return refused(problem, draft)
    const { content, basedOn, because, fromDay } = written
    if ((await findVersion(change.tx, rule, basedOn)) === null) return refused('unknown_version', draft)
    return keep(change, draft === null ? 'begun' : 'changed', {
      content: asVersion(content, versionOf(newest).version + 1),
      basedOn,
      because,
      fromDay: rule.kind === 'profile' ? fromDay : null,
      restores: null,
      state: 'open',
    })
  })
}

/** Does something to the draft of a rule, or begins one that says what an earlier version said; null = there is no such rule. */
export function actOnRule(
  ports: ChangingRules,
  rule: RuleName,
  by: RulePerson,
  wish: ActOnRule,
): Promise<RuleAnswer | null> {
  return changing(ports, rule, by, async (change) => {
    const { draft } = change.standing
    if (wish.act === 'restore') return restore(change, wish)
    const problem = draft === null ? 'no_draft' : writeProblem(draft, wish.revision)
    if (problem !== null || draft === null) return refused(problem ?? 'no_draft', draft)
    if (wish.act === 'propose') return propose(change, draft)
    if (wish.act === 'publish') return publish(change, draft)
    await dropDraft(change.tx, rule)
    await note(change, 'discarded', draft)
    return { outcome: 'done', draft: null, published: null }
  })
}

/** Holds the rules meanwhile, so that of two leads the second sees what the first one did. */
function changing(
  { db, now }: ChangingRules,
  rule: RuleName,
  by: RulePerson,
  run: (change: Change) => Promise<RuleAnswer>,
): Promise<RuleAnswer | null> {
  const work = async (tx: Tx): Promise<RuleAnswer | null> => {
    await lockRules(tx)
    const [newest] = await listVersions(tx, rule)
    if (newest === undefined) return null
    const at = Instant.parse(new Date(now()).toISOString())
    const standing = { draft: await findDraft(tx, rule), newest, today: submissionDay(at) }
    return run({ tx, rule, by: { userId: by.userId, name: by.name }, at, standing })
  }
  // Who checked whom is written by acts alone.
  return actingAs(HUB, () => transact(db, work))
}

type Kept = Pick<RuleDraft, 'content' | 'basedOn' | 'because' | 'fromDay' | 'restores' | 'state'>

async function keep(change: Change, act: RuleActKind, kept: Kept): Promise<RuleAnswer> {
  const { tx, rule, by, at, standing } = change
  const revision = (standing.draft?.revision ?? 0) + 1
  const draft: RuleDraft = { ...kept, revision, writtenBy: by, writtenAt: at }
  await putDraft(tx, rule, draft)
  await note(change, act, draft)
  return { outcome: 'done', draft, published: null }
}

/** Says who did it and what the draft said then; of a publication also who had written it. */
async function note({ tx, rule, by, at }: Change, act: RuleActKind, draft: RuleDraft): Promise<void> {
  const { content, because, fromDay, restores, writtenBy } = draft
  await addAct(tx, rule, {
    act,
    version: versionOf(content).version,
    by,
    at,
    because,
    fromDay,
    restores,
    content,
    writtenBy: act === 'published' ? writtenBy : null,
  })
}

/** Whoever proposes need not be who wrote: the draft stays the writer's. */
async function propose(change: Change, draft: RuleDraft): Promise<RuleAnswer> {
  const problem = proposeProblem(change.standing)
  if (problem !== null) return refused(problem, draft)
  const proposed: RuleDraft = { ...draft, state: 'proposed', revision: draft.revision + 1 }
  await putDraft(change.tx, change.rule, proposed)
  await note(change, 'proposed', proposed)
  return { outcome: 'done', draft: proposed, published: null }
}

async function restore(
  change: Change,
  { version, because, fromDay }: Extract<ActOnRule, { act: 'restore' }>,
): Promise<RuleAnswer> {
  const { rule, standing, tx } = change
  if (standing.draft !== null) return refused('draft_there', standing.draft)
  const old = await findVersion(tx, rule, version)
  if (old === null) return refused('unknown_version', null)
  const newest = versionOf(standing.newest).version
  const kept: Kept = {
    content: asVersion(old, newest + 1),
    basedOn: newest,
    because,
    fromDay: rule.kind === 'profile' ? fromDay : null,
    restores: version,
    state: 'proposed',
  }
  const asDraft: RuleDraft = { ...kept, revision: 1, writtenBy: change.by, writtenAt: change.at }
  const problem = proposeProblem({ ...standing, draft: asDraft })
  return problem === null ? keep(change, 'proposed', kept) : refused(problem, null)
}

async function publish(change: Change, draft: RuleDraft): Promise<RuleAnswer> {
  const { tx, rule, by, standing } = change
  const problem = publishProblem(standing, by)
  if (problem !== null) return refused(problem, draft)
  const { id, version } = versionOf(draft.content)
  await notePair(tx, {
    tenantId: HUB_TENANT,
    kind: 'rule',
    item: `${rule.kind} ${id} ${version}`,
    makerId: draft.writtenBy.userId,
    checkerId: by.userId,
    at: new Date(change.at),
  })
  await putInForce(tx, draft.content, draft.fromDay)
  await dropDraft(tx, rule)
  await note(change, 'published', draft)
  return { outcome: 'done', draft: null, published: versionOf(draft.content).version }
}

/** A calendar times every claim from now on; a profile judges those that are submitted from a day on. */
async function putInForce(tx: Tx, content: RuleContent, fromDay: string | null): Promise<void> {
  if (content.kind === 'calendar') return putCalendar(tx, content.calendar)
  if (fromDay === null) throw new Error('A profile is published without a day')
  const { id, version } = content.profile
  await putProfile(tx, content.profile)
  await putAssignments(tx, assignFrom(await listAssignments(tx), { id, version }, fromDay))
}

const refused = (problem: RuleProblem, draft: RuleDraft | null): RuleAnswer => ({
  outcome: 'refused',
  problem,
  draft,
})
