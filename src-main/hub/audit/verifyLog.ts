import type { AnchorPlace } from '../anchors/anchorPlace.ts'
import { ANCHOR_CHAIN } from '../anchors/takeAnchor.ts'
import { readAnchors } from '../anchors/readAnchors.ts'
import { hashesAt, listChainless } from '../store/auditHeads.ts'
import { type AuditEntry, pageOfEntries } from '../store/auditRepo.ts'
import type { Db, Tx } from '../store/database.ts'
import { SNAPSHOT, transact } from '../store/transact.ts'
import type { Anchor, Head } from '../anchors/anchor.ts'
import { anchorsMissed } from '../anchors/anchorsMissed.ts'
import { compareCases, compareClaims, compareReads, compareWorkstations } from './compareRows.ts'
import type { Finding } from './findings.ts'
import { ChainWalk, type WalkedChain } from './walkChain.ts'

export interface LogVerdict {
  readonly findings: readonly Finding[]
  readonly chains: number
  readonly entries: number
  /** Null = none were asked for, so that a tail that was cut and a chain that was replaced cannot be found. */
  readonly anchors: number | null
}

const ENTRIES_AT_ONCE = 5_000
const CLAIMS_AT_ONCE = 100
const HEADS_AT_ONCE = 1_000
const MOST_CHAINLESS = 1_000

/**
 * Holds the log against itself, against the rows that it is about and against its anchors, at one moment of the database; hubs may go on
 * writing. Anchors are read first: what an anchor saw is in every later moment.
 */
export async function verifyLog(db: Db, place: AnchorPlace | null): Promise<LogVerdict> {
  const read = place === null ? null : await readAnchors(place)
  const seen = await transact(
    db,
    async (tx) => {
      const walked = await walkAll(tx)
      const chainless = await listChainless(tx, MOST_CHAINLESS)
      const bare = chainless.map((one) => ({
        ...one,
        kind: 'chain_missing' as const,
        entry: null,
        row: null,
      }))
      const held = await holdAgainst(tx, read?.anchors ?? [])
      return { ...walked, findings: [...walked.findings, ...bare, ...held] }
    },
    SNAPSHOT,
  )
  const missed = place === null ? [] : await anchorsMissed(place, seen.anchorsSaid, read?.anchors ?? [])
  return {
    findings: once([...seen.findings, ...(read?.findings ?? []), ...missed]),
    chains: seen.chains,
    entries: seen.entries,
    anchors: read === null ? null : read.anchors.length,
  }
}

interface Walked {
  readonly findings: Finding[]
  chains: number
  entries: number
  /** What the hub's own chain says of anchors. */
  anchorsSaid: WalkedChain['said']
}

async function walkAll(tx: Tx): Promise<Walked> {
  const all: Walked = { findings: [], chains: 0, entries: 0, anchorsSaid: [] }
  let waiting: WalkedChain[] = []
  const compare = async () => {
    const of = (subject: string) => waiting.filter(({ last }) => last.subject === subject)
    all.findings.push(...(await compareClaims(tx, of('claim'))), ...(await compareCases(tx, of('case'))))
    all.findings.push(...(await compareReads(tx, of('reads'))))
    all.findings.push(...(await compareWorkstations(tx, of('workstation'))))
    waiting = []
  }
  const end = async (walk: ChainWalk) => {
    const chain = walk.end()
    all.chains += 1
    all.findings.push(...walk.findings)
    if (chain.last.subject === ANCHOR_CHAIN.subject && chain.last.subjectId === ANCHOR_CHAIN.subjectId)
      all.anchorsSaid = chain.said
    waiting.push(chain)
    if (waiting.length === CLAIMS_AT_ONCE) await compare()
  }
  let walk: ChainWalk | undefined
  for await (const entry of allEntries(tx)) {
    all.entries += 1
    if (walk?.isOf(entry) === true) walk.take(entry)
    else {
      if (walk !== undefined) await end(walk)
      walk = new ChainWalk(entry)
    }
  }
  if (walk !== undefined) await end(walk)
  await compare()
  return all
}

async function* allEntries(tx: Tx): AsyncGenerator<AuditEntry> {
  for (let after: AuditEntry | null = null; ; ) {
    const page: AuditEntry[] = await pageOfEntries(tx, after, ENTRIES_AT_ONCE)
    yield* page
    if (page.length < ENTRIES_AT_ONCE) return
    after = page.at(-1) ?? null
  }
}

/** What anchors saw is there still. */
async function holdAgainst(tx: Tx, anchors: readonly Anchor[]): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { heads } of anchors)
    for (let from = 0; from < heads.length; from += HEADS_AT_ONCE)
      findings.push(...(await holdHeads(tx, heads.slice(from, from + HEADS_AT_ONCE))))
  return findings
}

async function holdHeads(tx: Tx, heads: readonly Head[]): Promise<Finding[]> {
  const there = await hashesAt(tx, heads)
  return heads.flatMap(([tenantId, subject, subjectId, entry, hash]) => {
    const now = there.get(`${tenantId} ${subject} ${subjectId}`)
    if (now === hash) return []
    const kind = now === undefined ? 'tail_cut' : 'chain_replaced'
    return [{ kind, tenantId, subject, subjectId, entry, row: null } as const]
  })
}

/** A chain that every anchor of a year saw is named once. */
function once(findings: readonly Finding[]): Finding[] {
  const named = new Map<string, Finding>()
  for (const one of findings) {
    const name = JSON.stringify([
      one.kind,
      one.tenantId,
      one.subject,
      one.subjectId,
      one.row ?? (one.subject === null ? one.entry : null),
    ])
    if (!named.has(name)) named.set(name, one)
  }
  return [...named.values()]
}
