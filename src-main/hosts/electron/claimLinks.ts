import { claimOfLink, isMeantAsLink } from '../../../src-preload/contract/vocabulary/claimLink.ts'
import type { ClaimId } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import type { Log } from '../services/fileLog.ts'

export interface ClaimLinks {
  /** What the system handed over. Refused unless it is to the letter; what it was is not logged. */
  take(text: string): void
  /** The claim that waits to be shown; asked once. Null = none. */
  waiting(): ClaimId | null
  /** From now on nobody waits: each link is told at once. */
  onLink(listener: (claimId: ClaimId) => void): void
}

/** Links to claims as the system hands them over: before there is a window, and to the one that is there. */
export function createClaimLinks(log: Log): ClaimLinks {
  let last: ClaimId | null = null
  let told: ((claimId: ClaimId) => void) | undefined
  const waiting = (): ClaimId | null => {
    const claimId = last
    last = null
    return claimId
  }
  return {
    take(text) {
      const claimId = claimOfLink(text)
      if (claimId === null) log({ level: 'warn', event: 'link.refused', facts: { characters: text.length } })
      else if (told === undefined) last = claimId
      else told(claimId)
    },
    waiting,
    onLink(listener) {
      told = listener
      const missed = waiting()
      if (missed !== null) listener(missed)
    },
  }
}

/**
 * What a start was asked. Whoever made the link may have broken out of the quotes around it, so a start that has one in it has no flags: none
 * of its other words is listened to. More than one link is none.
 */
export function askedBy(args: readonly string[]): { flags: readonly string[]; link: string | null } {
  const links = args.filter(isMeantAsLink)
  if (links.length === 0) return { flags: args.filter((arg) => arg !== '--'), link: null }
  return { flags: [], link: links.length === 1 ? (links[0] ?? null) : '' }
}
