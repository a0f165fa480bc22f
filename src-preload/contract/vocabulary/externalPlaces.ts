/**
 * Every address outside of Proofdesk that may be opened. Windows ask for a place by its name; an address never crosses the bridge,
 * so that no page can have another one opened. Microsoft publishes no address of a single claim: its partners and reviewers find
 * it on the dashboard by its id.
 */
export const EXTERNAL_PLACES = {
  /** The Customer Associations dashboard (S-23, S-88). */
  partnerCenterClaims: 'https://partner.microsoft.com/dashboard/incentives/claims/associations',
  /** Whether a location is enrolled (S-122). */
  partnerCenterEnrollment: 'https://partner.microsoft.com/dashboard/incentives/enrollment/summary',
  /** Questions that the customer could not answer (S-110, S-112). */
  partnerCenterSupport:
    'https://partner.microsoft.com/dashboard/support/incentives/servicerequests?category=incentives',
  /** What is eligible for a payout (S-14). */
  programGuides: 'https://aka.ms/partnerincentives',
  /** The articles for partners (S-09): creating a claim (S-88 too), managing it, its issues, how to begin, and co-op claims, which are others. */
  createAssociation: 'https://learn.microsoft.com/partner-center/incentives/submit-osa-claim',
  manageAssociations:
    'https://learn.microsoft.com/partner-center/incentives/incentives-manage-customer-associations',
  associationIssues:
    'https://learn.microsoft.com/partner-center/incentives/incentives-customer-association-issues',
  getStarted: 'https://learn.microsoft.com/partner-center/incentives/incentives-get-started-intro',
  coopClaims: 'https://learn.microsoft.com/partner-center/incentives/claims-overview',
  incentives: 'https://www.microsoft.com/microsoft-365/partners/CPOR-partner-incentives',
  modernWork: 'https://learn.microsoft.com/partner-center/earnings/modern-work-and-security',
} as const satisfies Readonly<Record<string, `https://${string}`>>
export type ExternalPlace = keyof typeof EXTERNAL_PLACES
export const EXTERNAL_PLACE_NAMES = Object.keys(EXTERNAL_PLACES) as [ExternalPlace, ...ExternalPlace[]]
