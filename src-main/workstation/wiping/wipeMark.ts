import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { Instant } from '../../../src-preload/contract/vocabulary/idShapes.ts'
import { replaceFile, syncFolder } from '../../store/durableFile.ts'
import type { WipeOrder } from '../sync/hubOrders.ts'

/**
 * Stands in the folder of a profile from the moment in which it may be wiped, and is all that stays of it: random ids and an instant, no
 * person. Where it is, no profile is opened, whatever else lies there.
 */
const WipeMark = z.object({
  clientId: z.uuid(),
  orderId: z.uuid(),
  orderedAt: Instant,
  /** Nothing of the profile is left. */
  isErased: z.boolean(),
  /** The hub knows. */
  isTold: z.boolean(),
})
export type WipeMark = z.infer<typeof WipeMark>

export const WIPE_MARK = 'wiped.json'
const pathIn = (profile: string): string => `${profile}/${WIPE_MARK}`

export const isMarked = (profile: string): boolean => existsSync(pathIn(profile))

/** `unreadable`: there is one, and nobody can say whose order it was; it counts all the same. */
export function readWipeMark(profile: string): WipeMark | 'unreadable' | null {
  if (!isMarked(profile)) return null
  try {
    return WipeMark.safeParse(JSON.parse(readFileSync(pathIn(profile), 'utf8'))).data ?? 'unreadable'
  } catch {
    return 'unreadable'
  }
}

export function writeWipeMark(profile: string, mark: WipeMark): void {
  replaceFile(pathIn(profile), `${JSON.stringify(mark)}\n`)
}

export const markOf = ({ clientId, orderId, orderedAt }: WipeOrder): WipeMark => ({
  clientId,
  orderId,
  orderedAt,
  isErased: false,
  isTold: false,
})

/** From now on a new profile may be begun here. */
export function removeWipeMark(profile: string): void {
  rmSync(pathIn(profile), { force: true })
  syncFolder(dirname(pathIn(profile)))
}
