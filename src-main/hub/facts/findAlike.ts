import type { ClaimId, Sha256 } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { type Alike, alike, type Print } from '../../domain/evidence/prints.ts'
import type { AlikeAnswer } from '../api/facts.ts'
import type { Db } from '../store/database.ts'
import { listCandidates, listPlaces } from '../store/evidenceRepo.ts'
import { listSightings } from '../store/factsRepo.ts'

interface Asked {
  readonly claimId: ClaimId
  readonly sha256: Sha256
  /** Partners (MPN ids) with whom the caller has dealings: their claims are not there. */
  readonly notOf: readonly string[]
}

type Found = AlikeAnswer['found'][number]

const MOST_FOUND = 200

/** Claims with papers of other bytes that bear one of these prints, the most alike first, each paper's place once. */
export async function findAlike(
  db: Db,
  prints: readonly Print[],
  { claimId, sha256, notOf }: Asked,
): Promise<Found[]> {
  const matches = await matchesOf(db, prints)
  const places = await listPlaces(db, [...new Set(matches.map(({ printId }) => printId))], sha256)
  const claims = Map.groupBy(
    await listSightings(db, [...new Set(places.map((place) => place.sha256))], { notClaim: claimId, notOf }),
    (one) => one.sha256,
  )
  const found = matches.flatMap(({ printId, print, like }) =>
    places
      .filter((place) => place.printId === printId)
      .flatMap((place) =>
        (claims.get(place.sha256) ?? []).map(({ claim }): Found => {
          const { kind, page } = print
          return { kind, page, otherPage: place.page, ...like, claim }
        }),
      ),
  )
  return closestOnce(found)
}

interface Match {
  readonly print: Print
  readonly printId: string
  readonly like: Alike
}

async function matchesOf(db: Db, prints: readonly Print[]): Promise<Match[]> {
  const matches: Match[] = []
  for (const print of prints)
    for (const { printId, value } of await listCandidates(db, print)) {
      const like = alike(print.kind, print.value, value)
      if (like !== null) matches.push({ print, printId, like })
    }
  return matches
}

/** Of one place and one claim the closest is enough. */
function closestOnce(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found
    .toSorted((a, b) => b.share - a.share)
    .filter(({ kind, page, claim }) => {
      const key = `${kind} ${page} ${claim.claimId}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, MOST_FOUND)
}
