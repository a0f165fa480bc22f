import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { type AuditEntry, GENESIS } from '../store/auditRepo.ts'
import type { Finding, FindingKind } from './findings.ts'
import { SEALED_KINDS, type SealedRow } from './sealedRows.ts'

const Body = z.looseObject({
  tenantId: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  standing: z.string().optional(),
  gone: z.string().optional(),
  rows: z.array(z.strictObject({ of: z.enum(SEALED_KINDS), id: z.string(), sha256: z.string() })).default([]),
  said: z.record(z.string(), z.unknown()).optional(),
})

/** What a chain says, once it was walked from its first entry to its last. */
export interface WalkedChain {
  readonly last: AuditEntry
  /** By `kind id`, with the number of the entry that says so. */
  readonly rows: ReadonlyMap<string, SealedRow & { readonly entry: number }>
  readonly standing: string | null
  readonly isGone: boolean
  readonly said: readonly Readonly<Record<string, unknown>>[]
}

export const rowName = ({ of, id }: Pick<SealedRow, 'of' | 'id'>): string => `${of} ${id}`

/** Goes along one chain, entry by entry as they come. The first break is told; what follows from it is not. */
export class ChainWalk {
  readonly findings: Finding[] = []
  private readonly rows = new Map<string, SealedRow & { entry: number }>()
  private readonly said: Readonly<Record<string, unknown>>[] = []
  private standing: string | null = null
  private isGone = false
  private previous = GENESIS
  private expected = 1
  private last: AuditEntry

  constructor(first: AuditEntry) {
    this.last = first
    this.take(first)
  }

  isOf({ tenantId, subject, subjectId }: AuditEntry): boolean {
    const { last } = this
    return last.tenantId === tenantId && last.subject === subject && last.subjectId === subjectId
  }

  take(entry: AuditEntry): void {
    this.last = entry
    if (entry.entry !== this.expected) this.find('entry_missing', this.expected)
    else if (entry.hash !== hashAfter(this.previous, entry.body)) this.find('entry_changed', entry.entry)
    this.previous = entry.hash
    this.expected = entry.entry + 1
    const body = bodyOf(entry)
    if (body === null) return this.find('entry_foreign', entry.entry)
    for (const row of body.rows) this.rows.set(rowName(row), { ...row, entry: entry.entry })
    this.standing = body.standing ?? this.standing
    this.isGone ||= body.gone !== undefined
    if (body.said !== undefined) this.said.push(body.said)
  }

  end(): WalkedChain {
    const { last, rows, standing, isGone, said } = this
    return { last, rows, standing, isGone, said }
  }

  private find(kind: FindingKind, entry: number): void {
    if (this.findings.length > 0) return
    const { tenantId, subject, subjectId } = this.last
    this.findings.push({ kind, tenantId, subject, subjectId, entry, row: null })
  }
}

const hashAfter = (previous: string, body: string): string =>
  createHash('sha256')
    .update(previous + body)
    .digest('hex')

/** Null = it is no entry of this chain, or not written as one is. */
function bodyOf({ tenantId, subject, subjectId, body }: AuditEntry): z.infer<typeof Body> | null {
  try {
    const value: unknown = JSON.parse(body)
    const said = Body.parse(value)
    const isOwn = said.tenantId === tenantId && said.subject === subject && said.subjectId === subjectId
    return isOwn && canonicalJson(value) === body ? said : null
  } catch {
    return null
  }
}
