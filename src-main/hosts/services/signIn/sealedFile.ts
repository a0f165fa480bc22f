import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { z } from 'zod'
import type { SealedBox } from './sealedBox.ts'

/** One secret of this data folder, on the disk only as the system sealed it. */
export interface SealedFile<T> {
  /** Null = there is none, or it cannot be opened here. */
  read(): Promise<T | null>
  /** False = this machine seals nothing: it is in memory alone, and an older one on the disk is gone. */
  keep(value: T): Promise<boolean>
  forget(): Promise<void>
}

/** Changes come one after the other, in their order. */
export function sealedFile<T>(file: string, box: SealedBox, schema: z.ZodType<T>): SealedFile<T> {
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const mine = turn.then(work, work)
    turn = mine
    return mine
  }
  return {
    read: () =>
      inTurn(async () => {
        try {
          const opened = await box.open(await readFile(file))
          return opened === null ? null : (schema.safeParse(JSON.parse(decode(opened))).data ?? null)
        } catch {
          return null
        }
      }),
    keep: (value) =>
      inTurn(async () => {
        const sealed = await box.seal(new TextEncoder().encode(JSON.stringify(value)))
        if (sealed === null) {
          await rm(file, { force: true })
          return false
        }
        const fresh = `${file}.new`
        await rm(fresh, { force: true })
        await writeFile(fresh, sealed, { mode: 0o600 })
        await rename(fresh, file)
        return true
      }),
    forget: () => inTurn(() => rm(file, { force: true })),
  }
}

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
