import type { Handlers } from '../../../../src-preload/contract/index.ts'
import { Instant } from '../../../../src-preload/contract/vocabulary/idShapes.ts'
import { aDetail, aFinding, aForm } from '../../../builders/renderer/aClaim.ts'
import { after, aStatus, type Loose, MINE, OTHERS } from './queueScenes.ts'
import type { Scene } from './scene.ts'

const gone = () => {
  throw new Error('The disk is gone.')
}
const never = () => new Promise<never>(() => undefined)
const onClaim = (handlers: () => Partial<Handlers>): Scene => ({
  hash: `#/claims/${aForm.claimId}`,
  handlers: () => ({ 'sync.status': () => aStatus(), ...handlers() }),
})

const open = (criterion: string) => ({ reason: 'criterion_open', criterion, item: null })

const said = (commentId: string, side: string, authorName: string, minutes: number, text: string) => ({
  commentId,
  side,
  authorName,
  at: after(minutes),
  text,
  visibility: commentId === 'k3' ? 'internal' : 'partner_visible',
})
/** Comments of every side beside what happened. */
const TALK = [
  said('k1', 'reviewer', 'Anouk Kessler', -4000, 'Please hand in the page that the customer signed.'),
  said(
    'k2',
    'partner',
    'Marcus Ellery',
    -900,
    'It is page 3 of the new file; the first upload was the draft.',
  ),
  said('k3', 'reviewer', 'Marta Ginevri', -30, 'The stamp on page 3 is the one of the branch in Leeds.'),
]
const entry = (entryId: string, minutes: number, over: Loose) => ({
  entryId,
  at: after(minutes),
  side: 'partner',
  kind: 'edited',
  actorName: 'Marcus Ellery',
  fromState: null,
  toState: null,
  changes: [],
  detail: null,
  ...over,
})
const COURSE = [
  entry('h1', -5000, { kind: 'submitted', toState: 'submitted' }),
  entry('h2', -300, {
    changes: [{ field: 'claimName', before: 'Harrow Point', after: aForm.claimName }],
  }),
]

const nothing: Partial<Handlers> = {
  'claims.list': ({ offset }) => ({ total: 0, isMore: false, offset, rows: [], isNewestOnly: false }),
}

/** Screens with little or nothing on them, and claims about which one thing is special. */
export const bareScenes: Readonly<Record<string, Scene>> = {
  emptyQueue: { hash: '#/queue', handlers: () => ({ 'sync.status': () => aStatus(), ...nothing }) },
  offlineQueue: {
    hash: '#/queue',
    handlers: () => ({
      'sync.status': () =>
        aStatus({
          hub: 'offline',
          isLive: false,
          lastSyncAt: after(-190),
          outbox: { held: 1, waiting: 6, oldestAt: after(-170) },
        }),
      ...nothing,
    }),
  },
  failedQueue: {
    hash: '#/queue',
    handlers: () => ({ 'sync.status': () => aStatus(), 'claims.list': gone }),
  },
  failedClaim: onClaim(() => ({ 'claims.open': gone })),
  lateClaim: onClaim(() => ({ 'claims.open': never })),
  lateTrays: {
    hash: '#/trays',
    handlers: () => ({ 'sync.status': () => aStatus(), 'sync.conflicts': never }),
  },
  setAside: {
    hash: '#/trays',
    handlers: () => ({
      'sync.status': () => aStatus({ quarantined: 2 }),
      'sync.quarantine': () => ({
        items: [
          {
            claimId: '42880199',
            reason: 'state: unknown word "escalated"',
            receivedAt: Instant.parse(after(-50)),
          },
          { claimId: null, reason: 'not an object', receivedAt: Instant.parse(after(-40)) },
        ],
      }),
    }),
  },
  openVerdicts: onClaim(() => ({
    'claims.open': () =>
      aDetail({
        claim: MINE,
        findings: [
          aFinding('usablePoe', 'met'),
          aFinding('customerAcknowledgment', 'cannot_tell'),
          aFinding('dates', 'not_met'),
          aFinding('products', 'met'),
          aFinding('serviceDescription', 'met'),
        ],
        blocks: { approve: [open('customerAcknowledgment'), open('dates')] },
      }),
  })),
  talk: onClaim(() => ({
    'claims.open': () => aDetail({ claim: { ...MINE, comments: TALK, history: COURSE } }),
  })),
  unchecked: onClaim(() => ({
    'claims.open': () =>
      aDetail({
        claim: OTHERS,
        over: {
          checkStatus: 'waiting',
          report: null,
          criteria: [],
          documents: [{ ...aDetail().documents[0], availability: 'missing' }],
        },
      }),
  })),
}
