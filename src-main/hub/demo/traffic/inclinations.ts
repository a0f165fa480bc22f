import type { HubClaim } from '../../claims/hubClaim.ts'
import type { Chances } from './chances.ts'
import type { ActOnClaim } from './trafficEvent.ts'

/** Which share of claims each of these ever happens to. */
const SHARES = {
  comment: 0.25,
  answerByComment: 0.4,
  answerByPaper: 0.8,
  edit: 0.2,
  request: 0.15,
  dispute: 0.5,
  decline: 0.2,
}

/** Says of a share whether a claim belongs to it. */
type Leaning = (share: number, act?: ActOnClaim) => boolean
type Asked = (claim: HubClaim, leans: Leaning) => boolean

const isAsked = ({ state }: HubClaim): boolean => state === 'partner_action_required'

const ASKED: Readonly<Record<ActOnClaim, Asked>> = {
  submit: ({ state, documents }) => state === 'editing' && documents.length > 0,
  add_document(claim, leans) {
    if (claim.state === 'editing') return claim.documents.length === 0
    return isAsked(claim) && !hasAnswer(claim) && leans(SHARES.answerByPaper)
  },
  resubmit: (claim, leans) =>
    isAsked(claim) && (hasAnswer(claim) || !leans(SHARES.answerByPaper, 'add_document')),
  partner_comment(claim, leans) {
    if (isAsked(claim)) return claim.subState === 'open' && leans(SHARES.answerByComment)
    const hasSpoken = claim.comments.some(({ side }) => side === 'partner')
    return claim.state === 'submitted' && !hasSpoken && leans(SHARES.comment)
  },
  edit(claim, leans) {
    const isOpen = claim.state === 'submitted' || isAsked(claim)
    return isOpen && leans(SHARES.edit) && !claim.history.some(({ kind }) => kind === 'edited')
  },
  ask_rejection: ({ state, matters }, leans) =>
    (state === 'submitted' || state === 'under_review') &&
    matters.partnerRequest === null &&
    leans(SHARES.request),
  dispute: ({ state, subState }, leans) =>
    state === 'rejected' && subState === 'disputable' && leans(SHARES.dispute),
  decline: ({ state, subState }, leans) =>
    state === 'approved' && subState === 'consent_open' && leans(SHARES.decline),
}

/**
 * Whether its people mean to do this to a claim as it stands. What a claim is inclined to is decided once, by its id, and anew with
 * each request for information.
 */
export function isInclined(act: ActOnClaim, claim: HubClaim, chances: Chances): boolean {
  const { infoRounds } = claim.matters
  return ASKED[act](claim, (share, of = act) => chances.share(claim.form.claimId, of, infoRounds) < share)
}

/** A paper came after the last request. */
function hasAnswer({ documents, matters }: HubClaim): boolean {
  const asked = matters.infoRequest?.requestedAt
  return asked !== undefined && documents.some(({ addedAt }) => addedAt > asked)
}
