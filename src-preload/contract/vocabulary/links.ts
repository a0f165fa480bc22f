/**
 * The addresses that Proofdesk may open outside of itself, and no others: the window names one, the host looks it up here. None of
 * them carries anything of a claim.
 */
export const LINKS = {
  programGuide: 'https://aka.ms/partnerincentives',
  createAssociation: 'https://learn.microsoft.com/partner-center/incentives/submit-osa-claim',
  incentives: 'https://www.microsoft.com/microsoft-365/partners/CPOR-partner-incentives',
  modernWork: 'https://learn.microsoft.com/partner-center/earnings/modern-work-and-security',
} as const
export type LinkName = keyof typeof LINKS
export const LINK_NAMES = Object.keys(LINKS) as [LinkName, ...LinkName[]]
