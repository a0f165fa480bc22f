import type { Input } from '../../../src-preload/contract/index.ts'
import type {
  AuditActName,
  CopiedPart,
  SeenAct,
} from '../../../src-preload/contract/vocabulary/auditWords.ts'
import type { CaseId, ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { appendAudit, type AuditAct, listActsSince } from '../../store/auditRepo.ts'
import { findDocumentName } from '../../store/documentsRepo.ts'
import type { Core } from '../core.ts'
import { pagesIn, rangesOf } from './pageRanges.ts'

type SeenPaper = Input<'seen.papers'>['papers'][number]

/** Notes who looked at what: each thing once a person and day, each page of a paper once. */
export interface SeenLog {
  claim(claimId: ClaimId): void
  case(caseId: CaseId): void
  papers(claimId: ClaimId, papers: readonly SeenPaper[]): void
  copied(claimId: ClaimId, part: CopiedPart): void
}

const DAY_MS = 86_400_000
const NOTED: readonly AuditActName[] = [
  'claim_opened',
  'case_opened',
  'document_opened',
  'pages_seen',
  'copied',
] satisfies (SeenAct | 'copied')[]

interface Seen {
  readonly act: AuditActName
  readonly claimId: ClaimId | null
  readonly facts: Readonly<Record<string, string>>
}

/** Pages are told apart from what they are pages of: the same paper is noted again for those that are new. */
function keyOf(actor: UserId, { act, claimId, facts }: Seen): string {
  const { pages: _, ...what } = facts
  return JSON.stringify([actor, act, claimId, Object.entries(what).toSorted(([a], [b]) => (a < b ? -1 : 1))])
}

/**
 * What was noted today is read from the log itself at the first use, so that a restart notes nothing twice. Whoever cannot be noted, since
 * the disk is full or broken, reads on all the same: a profile that cannot be written can still be read.
 */
export function createSeenLog(core: Core): SeenLog {
  let today = -1
  /** What was noted today, with the pages of it. */
  const noted = new Map<string, Set<number>>()
  const remember = (actor: UserId, seen: Seen, pages: readonly number[]) => {
    const key = keyOf(actor, seen)
    noted.set(key, new Set([...(noted.get(key) ?? []), ...pages]))
  }
  const turnDay = () => {
    const day = Math.floor(core.ports.clock.now() / DAY_MS)
    if (day === today) return
    noted.clear()
    for (const { actor, ...seen } of core.store.read((s) => listActsSince(s, day * DAY_MS, NOTED)))
      remember(actor, seen, pagesIn(seen.facts['pages'] ?? ''))
    today = day
  }
  const note = (all: readonly (Seen & { readonly pages?: readonly number[] })[]) => {
    try {
      turnDay()
      const actor = core.session.user().userId
      const fresh = all.flatMap(({ pages = [], ...seen }) => {
        const known = noted.get(keyOf(actor, seen))
        const more = pages.filter((page) => known?.has(page) !== true)
        return known !== undefined && more.length === 0 ? [] : [{ seen, more }]
      })
      if (fresh.length === 0) return
      write(core, actor, fresh)
      for (const { seen, more } of fresh) remember(actor, seen, more)
    } catch (error) {
      core.ports.log({ level: 'warn', event: 'what was seen could not be noted', error })
    }
  }
  return {
    claim: (claimId) => note([{ act: 'claim_opened', claimId, facts: {} }]),
    case: (caseId) => note([{ act: 'case_opened', claimId: null, facts: { caseId } }]),
    copied: (claimId, part) => note([{ act: 'copied', claimId, facts: { part } }]),
    papers: (claimId, papers) => note(papersSeen(core, claimId, papers)),
  }
}

function write(
  core: Core,
  actor: UserId,
  fresh: readonly { readonly seen: Seen; readonly more: readonly number[] }[],
): void {
  const at = core.ports.clock.now()
  core.store.write((store) => {
    for (const { seen, more } of fresh) {
      const facts = more.length === 0 ? seen.facts : { ...seen.facts, pages: rangesOf(more) }
      appendAudit(store, { at, actor, ...seen, facts } satisfies AuditAct)
    }
  })
}

/** Papers that the claim does not have are a window's mistake, and nobody saw them here. */
function papersSeen({ store }: Core, claimId: ClaimId, papers: readonly SeenPaper[]) {
  const own = store.read((s) => papers.filter(({ sha256 }) => findDocumentName(s, claimId, sha256) !== null))
  return own.flatMap(({ sha256, inside, pages }) => {
    const facts = { sha256, inside: inside.join('.') }
    const opened = { act: 'document_opened', claimId, facts } as const
    return pages.length === 0 ? [opened] : [opened, { act: 'pages_seen', claimId, facts, pages } as const]
  })
}
