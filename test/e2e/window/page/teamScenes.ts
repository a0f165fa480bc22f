import type { Handlers, Input } from '../../../../src-preload/contract/index.ts'
import { team } from '../../../../src-preload/contract/team.ts'
import { aDetail, someMatters } from '../../../builders/renderer/aClaim.ts'
import { after, aStatus, held } from './queueScenes.ts'

const MARTA = { userId: 'u-reviewer', name: 'Marta Ginevri', role: 'reviewer' }
const INGRID = { userId: 'u-lead', name: 'Ingrid Solvang', role: 'team_lead' }
const person = (userId: string, name: string) => ({ userId, name, role: 'reviewer' })
const PEOPLE = [
  [person('u-kovac', 'Anna Kovač'), 31, 4.8],
  [person('u-bello', 'Idris Bello'), 14, 4.6],
  [INGRID, 0, 0.4],
  [MARTA, 22, 4.9],
  [person('u-lindqvist', 'Sofie Lindqvist'), 9, 2.4],
  [person('u-wrona', 'Tomasz Wrona'), 27, 5.2],
] as const
const NO_ROOM = { claimsADay: null, absences: [], programs: [] }
const AWAY = { ...NO_ROOM, claimsADay: 2.5, absences: [{ from: '2026-11-20', to: '2026-11-24', note: '' }] }

const CLAIMS = [
  'Neukundenvertrieb Dynamics 365 Sales',
  '会計基盤 Business Central 導入',
  'Adopción de Teams Phone',
  'Finance and SCM go-live',
  'Distribuzione Teams e Intune, stabilimenti e magazzini di tutto il gruppo',
  'SharePoint-Migration Nord',
  'Information Protection, lot 2',
  'Adoção do Viva Engage',
  'Power Apps for field teams',
  'Déploiement Teams, agences',
  'Defender for Office 365',
].map((claimName, at) => ({
  claimId: `4208${at}`,
  claimName,
  revision: 3,
  dueAt: after(300 + at * 290),
  heldBy: at % 4 === 3 ? null : at % 2 === 0 ? 'u-kovac' : 'u-wrona',
}))

const shares = [{ userId: 'u-kovac', open: 31, overdue: 2, breaching: 7 }]
const numbers = (breaching: number) => ({
  open: 118,
  overdue: 2,
  breaching,
  low: Math.max(0, breaching - 4),
  high: breaching + 2,
  shares,
})

/** One fewer for each claim that goes to somebody with room, as a lead hopes. */
function forecast({ whatIf }: Input<'team.forecast'>) {
  const moved = (whatIf?.moves.length ?? 0) + (whatIf?.transfer?.count ?? 0)
  const fewer = Math.min(11, moved + 6 * (whatIf?.more?.reviewers ?? 0))
  return team['team.forecast'].output.parse({
    outcome: 'forecast',
    until: after(7 * 24 * 60),
    businessDays: 5.4,
    asItIs: numbers(11),
    whatIf: whatIf === null ? null : numbers(11 - fewer),
    moved: CLAIMS.filter(({ heldBy }) => heldBy === whatIf?.transfer?.from).slice(
      0,
      whatIf?.transfer?.count ?? 0,
    ),
    breaching: CLAIMS,
    paces: PEOPLE.map(([{ userId }, , perDay], at) => {
      return {
        userId,
        perDay,
        basis: at === 4 ? 'capacity' : 'history',
        decisions: perDay * (at === 4 ? 2.4 : 5.4),
      }
    }),
  })
}

const STATIONS = [
  ['Tomasz Wrona', 'u-wrona', 'electron', -190, 2, [CLAIMS[1], CLAIMS[5]]],
  ['Ingrid Solvang', 'u-lead', 'loopback', -1, 0, []],
  ['Marta Ginevri', 'u-reviewer', 'electron', -2, 0, []],
] as const

const stations = () =>
  team['team.stations'].output.parse({
    outcome: 'stations',
    stations: STATIONS.map(([name, userId, host, seen, unsent, decided], at) => ({
      clientId: `00000000-0000-4000-8000-00000000000${at}`,
      userId,
      name,
      host,
      version: '1.4.0',
      seenAt: after(seen),
      unsent,
      oldestAt: unsent === 0 ? null : after(seen - 25),
      decided: decided.map((claim) => ({ claimId: claim?.claimId, claimName: claim?.claimName })),
      isThisOne: at === 1,
    })),
  })

const CAUSES = ['holder_full', 'holder_full', 'holder_absent', 'nobody_free'] as const

/** The page of a team lead whose team has too much for two of them. */
export const busyTeam = (): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'session.current': () => ({
    user: INGRID as never,
    others: [],
    colleagues: PEOPLE.map(([user]) => user).filter(({ userId }) => userId !== 'u-lead') as never,
  }),
  'team.load': () =>
    team['team.load'].output.parse({
      people: PEOPLE.map(([user, held, perDay], at) => ({
        user,
        held,
        perDay,
        basis: at === 4 ? 'capacity' : 'history',
        room: at === 4 ? AWAY : NO_ROOM,
        revision: at === 4 ? 2 : 0,
        isAway: at === 4,
      })),
      free: 15,
      raised: [
        {
          claimId: '42083',
          claimName: CLAIMS[3]?.claimName,
          revision: 3,
          at: after(-45),
          byName: 'Marta Ginevri',
          reason:
            'The customer’s director has rung twice; they want an answer before their board meets on Monday.',
        },
      ],
    }),
  'team.forecast': forecast,
  'team.balance': () =>
    team['team.balance'].output.parse({
      outcome: 'proposal',
      before: 11,
      after: 7,
      moves: [0, 2, 4, 3].map((at, place) => ({
        claim: CLAIMS[at],
        to: place === 1 ? 'u-reviewer' : 'u-bello',
        cause: CAUSES[place],
        decisions: 24,
        held: 14 + place,
      })),
    }),
  'team.backTest': () => ({
    outcome: 'tested',
    claims: 1204,
    days: Array.from({ length: 9 }, (_, at) => {
      const day = { at: after(-(at + 6) * 1440), until: after(-at * 1440) }
      return { ...day, forecast: 8 + (at % 3), low: 5, high: 12, actual: 8 }
    }) as never,
    meanAbsoluteError: 1.4,
    precision: 0.83,
    recall: 0.79,
    inRange: 0.89,
  }),
  'team.plan': plan,
  'team.stations': stations,
})

/** The third claim was decided meanwhile: it stays where it is, and everybody keeps as many as they have. */
function plan({ act, claims }: Input<'team.plan'>) {
  const gone = claims.length > 2 ? claims[2] : undefined
  const going = claims.filter((one) => one !== gone)
  const loads = PEOPLE.map(([{ userId, name }, held], at) => {
    const leaves = going.filter((one) =>
      CLAIMS.some((claim) => claim.claimId === one.claimId && claim.heldBy === userId),
    )
    const arrives = going.filter(({ toUserId }) => toUserId === userId)
    const after = Math.max(0, held - leaves.length) + arrives.length
    return { userId, name, isAway: at === 4, held, after, isTouched: leaves.length + arrives.length > 0 }
  })
  return team['team.plan'].output.parse({
    able: going.map(({ claimId }) => claimId),
    leftOut:
      gone === undefined
        ? []
        : [
            {
              claimId: gone.claimId,
              claimName: CLAIMS.find(({ claimId }) => claimId === gone.claimId)?.claimName ?? 'Onboarding',
              blocks: [{ reason: 'operation_pending', criterion: null, item: null }],
            },
          ],
    loads:
      act === 'hand_over'
        ? loads.filter(({ isTouched }) => isTouched).map(({ isTouched: _touched, ...load }) => load)
        : [],
  })
}

const attention = {
  escalation: {
    at: after(-45),
    byUserId: 'u-reviewer',
    reason: 'The customer’s director has rung twice; they want an answer before their board meets on Monday.',
  },
  nudge: {
    at: after(-20),
    byUserId: 'u-lead',
    toUserId: 'u-kovac',
    reason: 'Please begin today; the customer waits.',
  },
}

/** A claim that was raised, in front of the lead, who has reminded its holder; and what they can do about it. */
export const raisedClaim = (): Partial<Handlers> => ({
  ...busyTeam(),
  'claims.open': () =>
    aDetail({
      claim: { ...held('Anna Kovač', 'u-kovac', 60 * 24), matters: someMatters(attention) },
      blocks: { settle_escalation: [], nudge: [], escalate: [ESCALATED], take: [BY_OTHER] },
    }),
})
const ESCALATED = { reason: 'escalated_already', criterion: null, item: null }
const BY_OTHER = { reason: 'held_by_other', criterion: null, item: null }

/** A team whose hub is away, and that nothing of is late. */
export const quietTeam = (): Partial<Handlers> => ({
  ...busyTeam(),
  'team.forecast': (input) => {
    const told = forecast(input)
    if (told.outcome !== 'forecast') return told
    return { ...told, breaching: [], asItIs: { ...told.asItIs, overdue: 0, breaching: 0, low: 0, high: 0 } }
  },
  'team.stations': () => ({ outcome: 'offline' }),
})

/** Messages of every kind. */
export const withMessages = (): Partial<Handlers> => ({
  'sync.status': () => aStatus(),
  'notices.list': () =>
    team['notices.list'].output.parse({
      unread: 2,
      notices: [
        {
          noticeId: 3,
          toldAt: after(-3),
          isRead: false,
          content: {
            kind: 'digest',
            crossings: CLAIMS.slice(0, 3).map(({ claimId, claimName, dueAt }, at) => {
              return { claimId, claimName, timer: 'review', share: ([100, 90, 50] as const)[at], at: dueAt }
            }),
            counts: [
              { share: 50, claims: 4 },
              { share: 90, claims: 1 },
              { share: 100, claims: 1 },
            ],
          },
        },
        {
          noticeId: 2,
          toldAt: after(-50),
          isRead: false,
          content: {
            kind: 'nudge',
            claimId: '42080',
            claimName: CLAIMS[0]?.claimName,
            byName: 'Ingrid Solvang',
            reason: 'It is due at the end of today; shall somebody take it off you?',
          },
        },
        {
          noticeId: 1,
          toldAt: after(-1500),
          isRead: true,
          content: {
            kind: 'escalation',
            claimId: '42083',
            claimName: CLAIMS[3]?.claimName,
            byName: 'Marta Ginevri',
            reason: 'The customer’s director has rung twice.',
          },
        },
      ],
    }),
})
