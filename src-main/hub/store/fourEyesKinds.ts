/** What takes two people: who made it, and who let it count. */
export const FOUR_EYES_KINDS = ['dispute', 'rule', 'assignment', 'second_review', 'case_vote'] as const
export type FourEyesKind = (typeof FOUR_EYES_KINDS)[number]
