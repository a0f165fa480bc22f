import { z } from 'zod'

/** Assigned by the platform; opaque text, never a number (domain.md section 1.2). */
export const ClaimId = z.string().min(1).max(64).brand<'ClaimId'>()
export type ClaimId = z.infer<typeof ClaimId>

/** Lower-case hexadecimal SHA-256 of a document's bytes: its name everywhere. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
export type Sha256 = z.infer<typeof Sha256>

/** Lower-case canonical GUID of the customer's tenant; first part of every key at the hub. */
export const TenantId = z.guid().toLowerCase().brand<'TenantId'>()
export type TenantId = z.infer<typeof TenantId>

/** Given by the hub when a case is opened. */
export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

export const UserId = z.string().min(1).max(64).brand<'UserId'>()
export type UserId = z.infer<typeof UserId>

/** A command's id becomes the operation's id: sending twice is the same act. */
export const OperationId = z.uuid().brand<'OperationId'>()
export type OperationId = z.infer<typeof OperationId>

/** ISO 8601 in UTC. Accepts any precision with `Z`; gives it back with milliseconds, so that text order is time order. */
export const Instant = z.iso
  .datetime()
  .overwrite((text) => (text.length === 24 ? text : new Date(text).toISOString()))
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** Counts up by one with each change of a claim at the hub; a decision names the one it was made against. */
export const Revision = z.int().min(1)
