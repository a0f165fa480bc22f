import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { AUDIT_SUBJECTS } from '../audit/auditSubjects.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Xid = z.string().regex(/^\d{1,19}$/)
const CHAIN = [z.guid(), z.enum(AUDIT_SUBJECTS), z.string().min(1).max(64)] as const

/** Chain, number of its last entry then, and that entry's hash. */
const Head = z.tuple([...CHAIN, z.int().positive(), Hash])
export type Head = z.infer<typeof Head>

const Position = z.strictObject({
  /** The life of the database that the numbers belong to. */
  epoch: z.guid(),
  /** Of transactions from here on; null = of all that is there. */
  from: Xid.nullable(),
  /** Of transactions before this one; the next round begins here. */
  upTo: Xid,
  /** A round of many chains is several anchors: the last chain of this one. Null = the round is over. */
  after: z.tuple(CHAIN).nullable(),
})
export type AnchorPosition = z.infer<typeof Position>

const Header = z.strictObject({
  format: z.literal(1),
  /** Anchors that follow each other, one by one, in one place. */
  series: z.guid(),
  number: z.int().positive(),
  at: z.iso.datetime(),
  /** Hash of the anchor before; null = the first of its series. */
  previous: Hash.nullable(),
  /** How many chains grew since the anchor before: as many as there are heads. */
  chains: z.int().nonnegative(),
  /** SHA-256 of the canonical JSON of the heads. */
  root: Hash,
  position: Position,
})

/** The ends of the chains that grew, as they were at one moment: kept where whoever keeps the database cannot change it. */
export const Anchor = z.strictObject({
  ...Header.shape,
  /** Sorted by their chains. */
  heads: z.array(Head),
  /** SHA-256 of the canonical JSON of everything but heads and hash: the heads stand for themselves by their root. */
  hash: Hash,
})
export type Anchor = z.infer<typeof Anchor>

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

export const rootOf = (heads: readonly Head[]): string => sha256(heads)

export const hashOf = ({ heads: _heads, hash: _hash, ...header }: Anchor): string => sha256(header)

/** What an anchor says of itself is true. */
export const isSound = (anchor: Anchor): boolean =>
  anchor.hash === hashOf(anchor) &&
  anchor.root === rootOf(anchor.heads) &&
  anchor.chains === anchor.heads.length

export function makeAnchor(
  said: Pick<Anchor, 'series' | 'number' | 'at' | 'previous' | 'position' | 'heads'>,
): Anchor {
  const unhashed: Anchor = {
    format: 1,
    ...said,
    chains: said.heads.length,
    root: rootOf(said.heads),
    hash: '',
  }
  return { ...unhashed, hash: hashOf(unhashed) }
}

/** Null = it is none. */
export function anchorFrom(bytes: Uint8Array): Anchor | null {
  try {
    return Anchor.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return null
  }
}

export const bytesOf = (anchor: Anchor): Uint8Array => new TextEncoder().encode(`${canonicalJson(anchor)}\n`)
