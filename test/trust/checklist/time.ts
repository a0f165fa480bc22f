import { tests, type TrustRow } from '../trustRow.ts'

const HUB_CLOCK = 'test/unit/workstation/sync/hubClock.test.ts'

export const TIME: readonly TrustRow[] = [
  {
    id: 'T1',
    says: 'The hub says when something is due; the workstation’s clock is used with what was learned of the hub’s.',
    proofs: [
      tests(HUB_CLOCK, 'takes half of the way there and back off', 'is not moved by one odd answer'),
      tests(
        'test/unit/workstation/sync/push.test.ts',
        'is learned from its answers, shown, and kept with what is made; due instants stay as the hub gave them',
      ),
    ],
  },
  {
    id: 'T2',
    says: 'Business time is right over every edge of clocks and calendars.',
    proofs: [
      tests(
        'test/unit/domain/clocks/againstMinuteWalker.test.ts',
        'says the same in 10,000 drawn cases',
        'says the same of calendar days',
      ),
      tests(
        'test/unit/domain/clocks/businessTime.test.ts',
        'is 25 hours where the clock goes back to the evening before',
        'ends with its first midnight where the clock goes back over midnight',
      ),
    ],
  },
  {
    id: 'T3',
    says: 'A clock that is wrong is shown.',
    proofs: [
      tests(
        'test/unit/renderer/format/syncHealth.test.ts',
        'a clock that is off by more than five minutes is worth a word',
      ),
      tests(
        'test/unit/workstation/sync/push.test.ts',
        'is learned from its answers, shown, and kept with what is made; due instants stay as the hub gave them',
      ),
    ],
  },
]
