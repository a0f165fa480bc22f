import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyAssignment, PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type {
  AssignProblem,
  RuleAct,
  RuleName,
  RulePerson,
} from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import {
  assignFrom,
  assignmentChangeProblems,
  assignmentProblems,
} from '../../domain/policy/assignmentProblems.ts'
import {
  type AssignmentWish,
  assignProblem,
  assignProposeProblem,
  standingProposal,
} from '../../domain/policy/assignmentProposal.ts'
import { submissionDay } from '../../domain/policy/policyForDay.ts'
import type { AssignmentAnswer, AssignPolicy } from '../api/reference.ts'
import { actingAs, HUB } from '../store/callerContext.ts'
import type { Tx } from '../store/database.ts'
import { notePair } from '../store/fourEyesRepo.ts'
import { HUB_TENANT } from '../store/hubTenant.ts'
import { listProfiles, lockAssignments, putAssignments } from '../store/referenceRepo.ts'
import { addAct, listActs } from '../store/rulesRepo.ts'
import { transact } from '../store/transact.ts'
import type { ChangingRules } from './changeRules.ts'

interface Assigning {
  readonly tx: Tx
  readonly by: RulePerson
  readonly at: Instant
  readonly before: readonly PolicyAssignment[]
  readonly after: readonly PolicyAssignment[]
  readonly profile: PolicyProfile
}

/** Proposes that a version judges from a day on, or puts in force what another lead proposed. What was submitted keeps its profile. */
export function assignPolicy(
  { db, now }: ChangingRules,
  { userId, name }: RulePerson,
  wish: AssignPolicy,
): Promise<AssignmentAnswer> {
  const run = async (tx: Tx): Promise<AssignmentAnswer> => {
    const before = await lockAssignments(tx)
    const known = await listProfiles(tx)
    const at = Instant.parse(new Date(now()).toISOString())
    const after = assignFrom(before, wish.profile, wish.fromDay)
    const problems = [
      ...assignmentProblems(after, known),
      ...assignmentChangeProblems(before, after, submissionDay(at)),
    ].map(({ kind }) => kind)
    const profile = known.find(
      ({ id, version }) => id === wish.profile.id && version === wish.profile.version,
    )
    if (problems.length > 0 || profile === undefined) return refused(problems)
    const assigning: Assigning = { tx, by: { userId, name }, at, before, after, profile }
    return wish.act === 'propose' ? propose(assigning, wish) : putInForce(assigning, wish)
  }
  // Who checked whom is written by acts alone.
  return actingAs(HUB, () => transact(db, run))
}

async function propose(
  assigning: Assigning,
  { fromDay, because }: Extract<AssignPolicy, { act: 'propose' }>,
): Promise<AssignmentAnswer> {
  const problem = assignProposeProblem(because)
  if (problem !== null) return refused([problem])
  await note(assigning, { act: 'assignment_proposed', because, fromDay, writtenBy: null })
  return { outcome: 'proposed', assignments: [...assigning.before] }
}

async function putInForce(assigning: Assigning, wish: AssignmentWish): Promise<AssignmentAnswer> {
  const { tx, by, after } = assigning
  const proposal = standingProposal(await listActs(tx), wish)
  const problem = assignProblem(proposal, by)
  if (problem !== null || proposal === null) return refused([problem ?? 'not_proposed'])
  const { because, by: writtenBy } = proposal
  const { id, version } = wish.profile
  await notePair(tx, {
    tenantId: HUB_TENANT,
    kind: 'assignment',
    item: `${id} ${version} from ${wish.fromDay} at ${assigning.at}`,
    makerId: writtenBy.userId,
    checkerId: by.userId,
    at: new Date(assigning.at),
  })
  await putAssignments(tx, after)
  await note(assigning, { act: 'assigned', because, fromDay: wish.fromDay, writtenBy })
  return { outcome: 'assigned', assignments: [...after] }
}

type Noted = Pick<RuleAct, 'act' | 'because' | 'fromDay' | 'writtenBy'>

async function note({ tx, by, at, profile }: Assigning, noted: Noted): Promise<void> {
  const rule: RuleName = { kind: 'profile', id: profile.id }
  const content = { kind: 'profile', profile } as const
  await addAct(tx, rule, { ...noted, version: profile.version, by, at, restores: null, content })
}

const refused = (problems: AssignProblem[]): AssignmentAnswer => ({ outcome: 'refused', problems })
