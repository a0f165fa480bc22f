/** Of a claim that nobody has asked, answered or decided anything about. A plain value, as the word lists. */
export const NO_MATTERS = {
  infoRequest: null,
  infoRounds: 0,
  partnerRequest: null,
  rejection: null,
  dispute: null,
  disputes: 0,
  consent: null,
  firstReviewedAt: null,
  heldSince: null,
}
