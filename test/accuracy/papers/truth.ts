import type { Verdict } from '../../../src-preload/contract/vocabulary/words.ts'
import { daysAfter } from '../../../src-main/domain/clocks/utcDays.ts'
import { acceptedWindow, isInWindow } from '../../../src-main/poe/criteria/dates/acceptedWindow.ts'
import type { Plan } from './plan.ts'

export interface Truth {
  readonly signature: Verdict
  readonly dates: Verdict
  /** The day of the customer's acknowledgment, where there is one. */
  readonly day: string | null
}

/** What the labelling rules say of a paper that is built so. */
export function truthOf(plan: Plan): Truth {
  return plan.form === 'mail' ? truthOfMail(plan) : truthOfPaper(plan)
}

/** A mail always has a day. */
export const mailDay = ({ customer, issuedOn, submittedOn }: Plan): string =>
  customer.day ?? issuedOn ?? daysAfter(submittedOn, -60)

/** The customer's own words, or the partner's about the customer. */
function truthOfMail(plan: Plan): Truth {
  const day = mailDay(plan)
  const isInside = isInWindow(day, windowOf(plan))
  return plan.customer.sign === null
    ? { signature: 'not_met', dates: isInside ? 'cannot_tell' : 'not_met', day: null }
    : { signature: 'met', dates: isInside ? 'met' : 'not_met', day }
}

const windowOf = ({ submittedOn }: Plan) => acceptedWindow(`${submittedOn}T09:00:00Z`, null)

function truthOfPaper(plan: Plan): Truth {
  const { customer, dating, layout } = plan
  const window = windowOf(plan)
  const joint = dating === 'both' || layout === 'letter' ? plan.issuedOn : null
  const day = customer.sign === null ? null : (customer.day ?? joint)
  const others = [plan.issuedOn, ...(plan.period ?? [])]
  const isOpen = others.some((other) => other !== null && isInWindow(other, window))
  return {
    signature: signatureTruth(plan),
    dates: day !== null ? (isInWindow(day, window) ? 'met' : 'not_met') : isOpen ? 'cannot_tell' : 'not_met',
    day,
  }
}

function signatureTruth({ customer }: Plan): Verdict {
  if (customer.sign === null) return 'not_met'
  return customer.sign === 'typed' || customer.sign === 'poorStamp' ? 'cannot_tell' : 'met'
}
