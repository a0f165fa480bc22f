import type { Output } from '../../../src-preload/contract/index.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type {
  ClaimPreview,
  PreviewCounts,
  PreviewList,
} from '../../../src-preload/contract/vocabulary/rulePreviewShape.ts'
import type { RuleContent, RuleName } from '../../../src-preload/contract/vocabulary/ruleShape.ts'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { clockedClaim, ownStart } from '../../domain/clocks/clockedClaim.ts'
import {
  type ClaimRules,
  countIn,
  listOf,
  NO_COUNTS,
  type PreviewedClaim,
  previewClaim,
  rulesAfter,
} from '../../domain/policy/rulePreview.ts'
import { listClockedClaims } from '../../store/claimsOfRulesRepo.ts'
import type { ReadStore } from '../../store/openStore.ts'
import { findOwnCalendar, getClaimAtHand, situationOf } from '../claims/claimAtHand.ts'
import { actingNow } from '../claims/guards.ts'
import type { Core } from '../core.ts'
import { askingAs } from '../sync/asking.ts'
import { fetchPreview } from '../sync/hubRules.ts'
import { HubUnavailable } from '../sync/hubUnavailable.ts'
import { draftedContent, findOwn } from './ownDrafts.ts'

type Preview = Output<'policy.preview'>

interface Page {
  readonly list: PreviewList | null
  readonly skip: number
  readonly top: number
}

interface Looked {
  readonly of: string
  readonly counts: PreviewCounts
  /** Those that change, by name. */
  readonly changed: readonly ClaimPreview[]
}

/** Between so many claims whoever waits for rows gets their turn. */
const AT_ONCE = 40

/**
 * What a draft would change. What stands at the hub the hub looks through, since it has every claim; what was typed here, and where the
 * hub is away, this workstation looks through what it has, by the same rule.
 */
export function createPreviews(core: Core) {
  /** Of the last draft that was looked through here: its pages are not worked out anew. */
  let last: Looked | null = null
  let newest = 0
  const lookHere = async (rule: RuleName, { list, skip, top }: Page): Promise<Preview['preview']> => {
    const content = core.store.read((s) => draftedContent(core, s, rule))
    if (content === null) return null
    const of = canonicalJson(content)
    newest += 1
    const mine = newest
    // Whoever opens a list or turns a page reads on in what was worked out; who asks for all wants it as it is now.
    if ((skip === 0 && list === null) || last?.of !== of) {
      const looked = await lookThrough(core, content, () => mine !== newest)
      if (looked === null) return lookHere(rule, { list, skip, top })
      last = { of, ...looked }
    }
    const listed = listOf(last.changed, list)
    const next = skip + top < listed.length ? skip + top : null
    const effect = rule.kind === 'calendar' ? 'moves' : 'would'
    return { effect, counts: last.counts, claims: listed.slice(skip, skip + top), next }
  }
  return {
    async read(rule: RuleName, page: Page): Promise<Preview> {
      const isTyped = core.store.read((s) => findOwn(core, s, rule)) !== null
      const told = isTyped ? null : await askHub(core, rule, page)
      if (told !== null) return { preview: told, by: 'hub' }
      return { preview: await lookHere(rule, page), by: 'workstation' }
    },
  }
}

/** Null = it is away, or knows of no draft. */
async function askHub(core: Core, rule: RuleName, page: Page): Promise<Preview['preview']> {
  if (core.ports.hub.state() === 'none') return null
  try {
    return await fetchPreview(askingAs(core), rule, page)
  } catch (error) {
    if (error instanceof HubUnavailable) return null
    throw error
  }
}

/** Null = a newer draft is looked through meanwhile. */
async function lookThrough(
  core: Core,
  content: RuleContent,
  isOld: () => boolean,
): Promise<Omit<Looked, 'of'> | null> {
  const ids = core.store.read(listClockedClaims)
  let counts = NO_COUNTS
  const changed: ClaimPreview[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { hubNow } = actingNow(core)
    core.store.read((s) => {
      for (const claimId of ids.slice(from, from + AT_ONCE)) {
        const found = previewOne(s, claimId, content, hubNow)
        if (found === null) continue
        counts = countIn(counts, found.looked, found.change, false)
        const { claimName } = found.looked
        if (found.change.moves.length + found.change.flips.length > 0)
          changed.push({ claimId, claimName, ...found.change })
      }
    })
    await new Promise((resolve) => setImmediate(resolve))
    if (core.ending.aborted || isOld()) return null
  }
  return { counts, changed: changed.toSorted(byName) }
}

/** Null where the profile or the calendar of the claim has not come, and for one that the draft's calendar does not time. */
function previewOne(store: ReadStore, claimId: ClaimId, content: RuleContent, now: number) {
  const claim = getClaimAtHand(store, claimId)
  const calendar = findOwnCalendar(store, claim.record)
  if (claim.policy === null || calendar === null) return null
  if (content.kind === 'calendar' && content.calendar.id !== calendar.id) return null
  const before: ClaimRules = { policy: claim.policy, calendar }
  const looked: PreviewedClaim = {
    claimId,
    claimName: claim.record.form.claimName,
    clocked: clockedClaim(claim.record, ownStart(claim.ownStartAt)),
    situation: situationOf(claim, now),
  }
  return { looked, change: previewClaim(looked, before, rulesAfter(before, content), now) }
}

function byName(a: ClaimPreview, b: ClaimPreview): number {
  if (a.claimName !== b.claimName) return a.claimName < b.claimName ? -1 : 1
  return a.claimId < b.claimId ? -1 : 1
}
