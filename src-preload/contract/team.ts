import { z } from 'zod'
import { CommandOutcome } from './claims.ts'
import { LeftOut } from './desk.ts'
import { command, query } from './method.ts'
import { User } from './session.ts'
import { ClaimId, Instant, OperationId, Revision, UserId } from './vocabulary/idShapes.ts'
import { NoticeContent } from './vocabulary/noticeShape.ts'
import { Room } from './vocabulary/roomShape.ts'
import { TEAM_ACTS } from './vocabulary/words.ts'

const Day = z.iso.date()
const Count = z.int().min(0)

/** A claim as the team's lists name it. */
export const TeamClaim = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  revision: Revision,
  dueAt: Instant,
  /** Null = nobody. */
  heldBy: UserId.nullable(),
})
export type TeamClaim = z.infer<typeof TeamClaim>

/** Of one reviewer, or of what nobody holds (null). */
export const TeamShare = z.strictObject({
  userId: UserId.nullable(),
  open: Count,
  overdue: Count,
  breaching: Count,
})
export type TeamShare = z.infer<typeof TeamShare>

export const ForecastNumbers = z.strictObject({
  /** Due by then or overdue now, and waiting for a reviewer. */
  open: Count,
  overdue: Count,
  breaching: Count,
  /** Four of five outcomes, as the days of the team differed. */
  low: Count,
  high: Count,
  shares: z.array(TeamShare),
})
export type ForecastNumbers = z.infer<typeof ForecastNumbers>

/** How fast a person decides, and what that was read off. */
export const PersonPace = z.strictObject({
  userId: UserId,
  perDay: z.number().min(0),
  basis: z.enum(['history', 'capacity', 'team']),
  /** How many they make until the day, absences left out. */
  decisions: z.number().min(0),
})
export type PersonPace = z.infer<typeof PersonPace>

export const WhatIf = z.strictObject({
  /** So many claims of one person, those first that breach with them; `from` null = of what nobody holds. */
  transfer: z
    .strictObject({ from: UserId.nullable(), to: UserId, count: z.int().min(0).max(500) })
    .nullable(),
  moves: z.array(z.strictObject({ claimId: ClaimId, toUserId: UserId })).max(500),
  /** Reviewers more, as fast as the team's median, from a day on. */
  more: z.strictObject({ reviewers: z.int().min(0).max(50), from: Day }).nullable(),
})
export type WhatIf = z.infer<typeof WhatIf>

/** Without a calendar nobody knows what a business day is. */
const NoCalendar = z.strictObject({ outcome: z.literal('no_calendar') })

export const TeamForecast = z.strictObject({
  outcome: z.literal('forecast'),
  /** Last instant of the day. */
  until: Instant,
  /** Business days until then, of which today is one in part. */
  businessDays: z.number().min(0),
  asItIs: ForecastNumbers,
  /** Null = nothing was asked to be otherwise. */
  whatIf: ForecastNumbers.nullable(),
  /** Which claims a transfer would move, in the order of the queue. */
  moved: z.array(TeamClaim),
  /** Due first; the first of them where there are very many. */
  breaching: z.array(TeamClaim).max(500),
  paces: z.array(PersonPace),
})
export type TeamForecast = z.infer<typeof TeamForecast>

const Part = z.number().min(0).max(1).nullable()

export const TeamBackTest = z.strictObject({
  outcome: z.literal('tested'),
  claims: Count,
  days: z.array(
    z.strictObject({ at: Instant, until: Instant, forecast: Count, low: Count, high: Count, actual: Count }),
  ),
  meanAbsoluteError: z.number().min(0).nullable(),
  precision: Part,
  recall: Part,
  inRange: Part,
})
export type TeamBackTest = z.infer<typeof TeamBackTest>

/** A person of the team who reviews, with what they hold. */
export const PersonLoad = z.strictObject({
  user: User,
  held: Count,
  perDay: z.number().min(0),
  basis: z.enum(['history', 'capacity', 'team']),
  room: Room,
  /** Of `room`; 0 = nothing was set. */
  revision: z.int().min(0),
  isAway: z.boolean(),
})
export type PersonLoad = z.infer<typeof PersonLoad>

/** A claim for which a lead's attention is asked. */
export const RaisedClaim = z.strictObject({
  claimId: ClaimId,
  claimName: z.string(),
  revision: Revision,
  at: Instant,
  byName: z.string(),
  reason: z.string(),
})
export type RaisedClaim = z.infer<typeof RaisedClaim>

export const ProposedMove = z.strictObject({
  claim: TeamClaim,
  to: UserId,
  cause: z.enum(['holder_absent', 'holder_full', 'holder_unknown', 'nobody_free']),
  /** What whoever gets it decides before it is due, and how many of theirs are due no later. */
  decisions: Count,
  held: Count,
})
export type ProposedMove = z.infer<typeof ProposedMove>

/** Of what waits for a reviewer: what a person holds, and would hold after a hand-over. */
export const PlannedLoad = z.strictObject({
  userId: UserId,
  name: z.string(),
  isAway: z.boolean(),
  held: Count,
  after: Count,
})
export type PlannedLoad = z.infer<typeof PlannedLoad>

/** A workstation as it last said of itself. */
export const Station = z.strictObject({
  clientId: z.uuid(),
  userId: UserId,
  name: z.string(),
  host: z.enum(['electron', 'loopback', 'headless']),
  version: z.string(),
  seenAt: Instant,
  unsent: Count,
  oldestAt: Instant.nullable(),
  /** Decided there, and not yet known to the hub when it was last here: late or not, somebody has done it. */
  decided: z.array(z.strictObject({ claimId: ClaimId, claimName: z.string() })),
  isThisOne: z.boolean(),
})
export type Station = z.infer<typeof Station>

export const Notice = z.strictObject({
  noticeId: z.int().min(1),
  toldAt: Instant,
  isRead: z.boolean(),
  content: NoticeContent,
})
export type Notice = z.infer<typeof Notice>

const OfLead = z.strictObject({ outcome: z.enum(['role_may_not', 'offline']) })

export const team = {
  /** What breaches until the end of a day, as things are and as they would be. */
  'team.forecast': query(
    z.strictObject({ day: Day, whatIf: WhatIf.nullable() }),
    z.discriminatedUnion('outcome', [TeamForecast, NoCalendar]),
  ),
  /** The same asked on past days, against what was written down since. `ahead`: business days that each looks ahead. */
  'team.backTest': query(
    z.strictObject({ ahead: z.int().min(1).max(20) }),
    z.discriminatedUnion('outcome', [TeamBackTest, NoCalendar]),
  ),
  'team.load': query(
    z.strictObject({}),
    z.strictObject({ people: z.array(PersonLoad), free: Count, raised: z.array(RaisedClaim) }),
  ),
  /** Sets how much a person takes on: only with the hub, which writes down who set it. */
  'team.setRoom': command(
    z.strictObject({ userId: UserId, revision: z.int().min(0), room: Room }),
    z.strictObject({ outcome: z.enum(['kept', 'stale', 'role_may_not', 'offline']) }),
  ),
  /** Moves after which fewer claims breach until the end of a day. */
  'team.balance': query(
    z.strictObject({ day: Day }),
    z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('proposal'),
        moves: z.array(ProposedMove),
        before: Count,
        after: Count,
      }),
      NoCalendar,
    ]),
  ),
  /** Which claims an act leaves out, and why, and what whoever gives or gets some would hold then, before it is done. */
  'team.plan': query(
    z.strictObject({
      act: z.enum(TEAM_ACTS),
      reason: z.string().max(2000),
      claims: z.array(z.strictObject({ claimId: ClaimId, toUserId: UserId.nullable() })).max(500),
    }),
    z.strictObject({ able: z.array(ClaimId), leftOut: z.array(LeftOut), loads: z.array(PlannedLoad) }),
  ),
  /** One operation and one audit entry a claim; each waits for the undo time, and what is refused does not stop the others. */
  'team.act': command(
    z.strictObject({
      act: z.enum(TEAM_ACTS),
      reason: z.string().max(2000),
      claims: z
        .array(
          z.strictObject({
            claimId: ClaimId,
            revision: Revision,
            commandId: OperationId,
            /** Of a hand-over; null otherwise. */
            toUserId: UserId.nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
    z.strictObject({
      /** In the order asked; null = the claim is no longer here. */
      outcomes: z.array(z.strictObject({ claimId: ClaimId, outcome: CommandOutcome.nullable() })),
    }),
  ),
  /** Every workstation of the team, those with unsent work first. */
  'team.stations': query(
    z.strictObject({}),
    z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('stations'), stations: z.array(Station) }),
      OfLead,
    ]),
  ),
  /** What the person who works here was told, the newest first. */
  'notices.list': query(
    z.strictObject({}),
    z.strictObject({ unread: Count, notices: z.array(Notice).max(200) }),
  ),
  /** All up to this one. */
  'notices.read': command(z.strictObject({ upTo: z.int().min(1) }), z.strictObject({})),
}
