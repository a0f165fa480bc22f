import type { DryRun, VerdictFlip } from '../../../src-preload/contract/policyDesk.ts'
import type { CheckReport } from '../../../src-preload/contract/vocabulary/checkShape.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { PolicyProfile } from '../../../src-preload/contract/vocabulary/policyShape.ts'
import type { RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { DocumentFacts } from '../../poe/facts/documentFacts.ts'
import { changedCheckFields } from '../../domain/policy/checkFields.ts'
import { findFacts, findReport } from '../../store/checksRepo.ts'
import { listClaimsOfProfile } from '../../store/claimsOfRulesRepo.ts'
import { findClaim, type StoredClaim } from '../../store/claimsRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findPolicy } from '../../store/referenceRepo.ts'
import { judgedDocuments } from '../checks/judgedDocuments.ts'
import type { Core } from '../core.ts'
import { draftedContent } from './ownDrafts.ts'

const SINCE_MS = 90 * 86_400_000

/** One run at a time, over what is on this workstation: nothing is read anew, and nothing of it is kept. */
export function createDryRuns(core: Core) {
  let run: DryRun | null = null
  let stop = new AbortController()
  const tell = (change: Partial<DryRun>): void => {
    if (run === null) return
    run = { ...run, ...change }
    core.emit('policy.changed', {})
  }
  const work = async (draft: PolicyProfile, ids: readonly ClaimId[], ending: AbortSignal) => {
    for (const claimId of ids) {
      const judged = await judgeAgain(core, claimId, draft)
      // A judgement takes milliseconds of this thread; between two of them whoever waits gets their turn.
      await new Promise((resolve) => setImmediate(resolve))
      if (ending.aborted || core.ending.aborted || run === null) return
      tell({
        judged: run.judged + 1,
        unread: run.unread + (judged === null ? 1 : 0),
        flips: [...run.flips, ...(judged ?? [])],
      })
    }
    tell({ state: 'done' })
  }
  const begin = (rule: RuleName): DryRun | null => {
    const draft = core.store.read((s) => draftedContent(core, s, rule))
    if (draft?.kind !== 'profile') return null
    stop = new AbortController()
    const { signal } = stop
    const { fields, ids } = core.store.read((s) => scopeOf(s, draft.profile, core.ports.clock.now()))
    run = { rule, state: 'running', fields, claims: ids.length, judged: 0, unread: 0, flips: [] }
    work(draft.profile, ids, signal).catch((error: unknown) => {
      core.ports.log({ level: 'error', event: 'a dry run failed', error })
      if (!signal.aborted) tell({ state: 'failed' })
    })
    return run
  }
  return {
    /** Null = there is no draft of a profile. One that runs is given up. */
    start(rule: RuleName): DryRun | null {
      stop.abort()
      return begin(rule)
    },
    current: (): DryRun | null => run,
    cancel(): void {
      stop.abort()
      if (run?.state === 'running') tell({ state: 'cancelled' })
    },
  }
}

/** The claims whose verdicts may differ: none where nothing differs that checks read. */
function scopeOf(store: ReadStore, draft: PolicyProfile, now: number) {
  const ids = listClaimsOfProfile(store, draft.id, now - SINCE_MS)
  const versions = new Map<string, PolicyProfile>()
  for (const claimId of ids) {
    const policy = findClaim(store, claimId)?.record.policy
    const own = policy === undefined ? null : findPolicy(store, policy)
    if (own !== null) versions.set(`${own.version}`, own)
  }
  const fields = [...new Set([...versions.values()].flatMap((own) => changedCheckFields(own, draft)))]
  return { fields, ids: fields.length === 0 ? [] : ids }
}

/** Verdicts that are others by the draft; null = its papers were not all read here. */
async function judgeAgain(core: Core, claimId: ClaimId, draft: PolicyProfile): Promise<VerdictFlip[] | null> {
  const { readerVersion } = core.ports.poe
  const found = core.store.read((s) => {
    const stored = findClaim(s, claimId)
    if (stored === null) return null
    const facts = stored.record.documents.map(
      ({ sha256 }) => DocumentFacts.safeParse(findFacts(s, sha256, readerVersion)).data ?? null,
    )
    return {
      stored,
      report: findReport(s, claimId, stored.checkKey),
      own: findPolicy(s, stored.record.policy),
      documents: judgedDocuments(stored.record, facts),
    }
  })
  if (found === null) return []
  const { stored, report, own, documents } = found
  if (documents === null || own === null) return null
  const judge = ({ id, version, poe }: PolicyProfile) =>
    core.ports.poe.judge({
      caseId: null,
      form: stored.record.form,
      policy: { id, version },
      maxAgeMonths: poe.maxAgeMonths,
      documents,
    })
  return flipsOf(stored, report ?? (await judge(own)), await judge(draft))
}

function flipsOf({ record }: StoredClaim, before: CheckReport, after: CheckReport): VerdictFlip[] {
  const { claimId, claimName } = record.form
  const decided = record.state === 'approved' || record.state === 'rejected' ? record.state : null
  return before.findings.flatMap(({ criterion, item, verdict }) => {
    const again = after.findings.find((one) => one.criterion === criterion && one.item === item)
    return again === undefined || again.verdict === verdict
      ? []
      : [{ claimId, claimName, criterion, item, now: verdict, after: again.verdict, decided }]
  })
}
