import type { RouteName } from '../../../../src-main/hub/api/routes.ts'
import type { OperationKind } from '../../../../src-preload/contract/vocabulary/words.ts'
import type { TestCaller } from '../../../builders/hub/testHub.ts'

/** Who asks, in the order of the signs of a row. A partner and a customer whose claim it is, and one each whose it is not. */
export const CALLERS = [
  null,
  'reviewer',
  'arbitration_lead',
  'team_lead',
  'auditor',
  'partner',
  'partner-2',
  'customer',
  'customer-2',
  'intake',
] as const satisfies readonly (TestCaller | null)[]

/** Every status of a claim, with a sub-state in which the other side may still act. */
export const STATES = [
  ['editing', null],
  ['submitted', 'queued'],
  ['under_review', 'in_review'],
  ['partner_action_required', 'open'],
  ['approved', 'consent_open'],
  ['rejected', 'disputable'],
] as const

/**
 * What comes of it: `+` done · `x` answered, and refused by the rules (role, status) · `1` who are you (401) · `3` not you (403) ·
 * `4` there is nothing (404). A sign for each caller; groups are nobody, team, partners, customers, service.
 */
type Row = readonly [signs: string, states?: string]

/**
 * Routes of the table, the operations by their kinds. The second part names the states, by their letters in `ESUPAR`, in which `+`
 * is done; in all others the rules refuse it. Without a second part the state makes no difference.
 */
export const EXPECTED: Readonly<Record<Exclude<RouteName, 'operate'> | `operate ${OperationKind}`, Row>> = {
  health: ['+ ++++ ++ ++ +'],
  ready: ['+ ++++ ++ ++ +'],
  openApi: ['+ ++++ ++ ++ +'],
  // The hub of the suite lets people in without a code.
  signIn: ['4 4444 44 44 4'],
  demoUsers: ['+ ++++ ++ ++ +'],
  demoSignIn: ['+ ++++ ++ ++ +'],
  me: ['1 ++++ 33 33 3'],
  people: ['1 ++++ 33 33 3'],
  partnerLinks: ['1 33+3 33 33 3'],
  putPartnerLinks: ['1 33+3 33 33 3'],
  capacities: ['1 ++++ 33 33 3'],
  putCapacity: ['1 33+3 33 33 3'],
  workstations: ['1 33+3 33 33 3'],
  putWorkstation: ['1 ++++ 33 33 3'],
  wipes: ['1 33++ 33 33 3'],
  // No workstation of that name was ever here; what one hears about itself needs its name alone.
  putWipe: ['1 3343 33 33 3'],
  order: ['+ ++++ ++ ++ +'],
  carry: ['4 4444 44 44 4'],
  putOrder: ['4 4444 44 44 4'],
  reference: ['1 ++++ 33 33 3'],
  // The profile that is sent does not exist.
  assignPolicy: ['1 33x3 33 33 3'],
  rules: ['1 33+3 33 33 3'],
  // Nobody has begun a draft of the calendar.
  writeRuleDraft: ['1 33x3 33 33 3'],
  actOnRule: ['1 33x3 33 33 3'],
  previewRule: ['1 3343 33 33 3'],
  delta: ['1 ++++ 33 33 3'],
  events: ['1 ++++ 33 33 3'],
  checkpoint: ['1 ++++ 33 33 3'],
  bucket: ['1 ++++ 33 33 3'],
  claim: ['1 ++++ 33 33 3'],
  'operate start_review': ['1 +++x 33 33 3', 'S'],
  'operate approve': ['1 +++x 33 33 3', 'U'],
  'operate request_info': ['1 +++x 33 33 3', 'U'],
  // Before a review, and while the partner is asked, only what the partner itself asked for or let pass is rejected.
  'operate reject': ['1 +++x 33 33 3', 'U'],
  'operate hold_for_arbitration': ['1 +++x 33 33 3', 'U'],
  'operate reopen': ['1 x++x 33 33 3', 'AR'],
  'operate comment': ['1 +++x 33 33 3', 'SUPAR'],
  'operate take': ['1 +++x 33 33 3', 'SUP'],
  'operate release': ['1 +++x 33 33 3', 'SUP'],
  'operate hand_over': ['1 +++x 33 33 3', 'SUP'],
  // There is no such case; who may ask and tell in one stands with the cases.
  'operate case_ask': ['1 xxxx 33 33 3'],
  'operate case_tell': ['1 xxxx 33 33 3'],
  'operate escalate': ['1 +++x 33 33 3', 'SUP'],
  // Nobody has asked for a lead's attention, and nobody holds the claim of the table.
  'operate settle_escalation': ['1 xxxx 33 33 3'],
  'operate nudge': ['1 xxxx 33 33 3'],
  document: ['1 ++++ 33 33 3'],
  // Nobody has brought any yet.
  sendReads: ['1 ++++ 33 33 3'],
  reads: ['1 33++ 33 33 3'],
  facts: ['1 4444 33 33 3'],
  putFacts: ['1 +++3 33 33 3'],
  sightings: ['1 ++++ 33 33 3'],
  alike: ['1 ++++ 33 33 3'],
  takeNext: ['1 +++3 33 33 3'],
  renew: ['1 +++3 33 33 3'],
  samples: ['1 33+3 33 33 3'],
  drawSample: ['1 33+3 33 33 3'],
  // It was never drawn.
  sample: ['1 3343 33 33 3'],
  ownReviews: ['1 +++3 33 33 3'],
  precision: ['1 33+3 33 33 3'],
  twins: ['1 33+3 33 33 3'],
  coachingNotes: ['1 +++3 33 33 3'],
  intakeChecks: ['1 3333 +3 33 +'],
  intakeCreate: ['1 3333 +3 33 +'],
  intakeClaim: ['1 3333 +4 33 +'],
  intakeAddDocument: ['1 3333 +4 33 +', 'ESPA'],
  intakeDispute: ['1 3333 +4 33 +', 'R'],
  intakeEdit: ['1 3333 +4 33 +', 'ESP'],
  intakeSubmit: ['1 3333 +4 33 +', 'E'],
  intakeResubmit: ['1 3333 +4 33 +', 'P'],
  intakeComment: ['1 3333 +4 33 +', 'ESUPAR'],
  intakeAskRejection: ['1 3333 +4 33 +', 'SUP'],
  intakeDisassociate: ['1 3333 +4 33 +', 'A'],
  // No profile that is shipped lets a draft be cancelled.
  intakeCancel: ['1 3333 x4 33 x'],
  intakeCustomerAnswer: ['1 3333 33 +4 +', 'SUPA'],
}
