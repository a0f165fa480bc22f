import type { ClaimId, UserId } from '../../../src-preload/contract/vocabulary/idShapes.ts'

/** What the rounds of one run remember of each other. Instants are epoch milliseconds by this machine's clock. */
export interface SyncMemory {
  /** Who was asked about last, and when; null = nobody was. */
  people: { readonly askedAt: number; readonly as: UserId } | null
  /** Whose second reviews were asked for last, and when; null = nobody's were. */
  reviews: SyncMemory['people']
  /** Signs of work on claims. */
  readonly worked: Map<ClaimId, { readonly at: number; readonly by: UserId }>
  /** When the lease of a claim was renewed. */
  readonly renewed: Map<ClaimId, number>
  /** What the hub was told of this workstation last, and when; null = nothing was. */
  presence: { readonly text: string; readonly at: number } | null
  /** When states were last compared with the hub's; at first when the run began. */
  comparedAt: number
  /** A person asked for a round: states are compared in it, whether or not it is time. */
  shouldCompare: boolean
  /** The hub does not take what was read here. */
  areReadsRefused: boolean
}

export const newSyncMemory = (now: number): SyncMemory => ({
  people: null,
  presence: null,
  reviews: null,
  worked: new Map(),
  renewed: new Map(),
  comparedAt: now,
  shouldCompare: false,
  areReadsRefused: false,
})
