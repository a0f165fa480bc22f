import { z } from 'zod'

/** Names one state of a policy profile: decisions and findings say which they were made under. */
export const PolicyVersion = z.object({ id: z.string().min(1).max(64), version: z.int().min(1) })
export type PolicyVersion = z.infer<typeof PolicyVersion>
