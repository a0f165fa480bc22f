import type { ClaimId } from './idShapes.ts'

/**
 * `cpor://claim/ID`, to the letter: one case, no user, port, query, fragment, percent sign or second segment. Anybody can send such a
 * link, so it does no more than show a claim. Ids with other signs in them have no link.
 */
const CLAIM_LINK = /^cpor:\/\/claim\/([A-Za-z0-9][A-Za-z0-9._-]{0,63})$/

/** The claim that a link names; null for every text that is not exactly one. Whether there is such a claim the core knows. */
export function claimOfLink(text: string): ClaimId | null {
  // The shape is a part of ClaimId's.
  return (CLAIM_LINK.exec(text)?.[1] as ClaimId | undefined) ?? null
}

/** Null where the id has no link. */
export function linkOfClaim(claimId: ClaimId): string | null {
  const link = `cpor://claim/${claimId}`
  return claimOfLink(link) === null ? null : link
}

/** Whether somebody meant it for us, well-formed or not. */
export const isMeantAsLink = (text: string): boolean => /^\s*cpor:/i.test(text)
