import { existsSync, rmSync, statfsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Room on the disk that is given up when there is no other, so that work at hand can be finished (trust.md P6). */
export interface Reserve {
  /** Takes the room unless it is taken, or the disk has little left. Never rejects. */
  take(): Promise<void>
  /** False = there was nothing to give up. */
  giveUp(): boolean
}

/** A disk with less than this many times the reserve is left alone. */
const PLENTY = 4
const PIECE = Buffer.alloc(1024 * 1024)

export function createReserve(path: string, bytes: number): Reserve {
  const remove = () => {
    if (!existsSync(path)) return false
    try {
      rmSync(path)
      return true
    } catch {
      return false
    }
  }
  return {
    async take() {
      try {
        if (bytes === 0 || existsSync(path) || roomOn(dirname(path)) < bytes * PLENTY) return
        await fill(path, bytes)
      } catch {
        remove()
      }
    },
    giveUp: remove,
  }
}

function roomOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** Written, not only sized: an empty file of that length takes no room. */
async function fill(path: string, bytes: number): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    for (let left = bytes; left > 0; left -= PIECE.length)
      await file.write(PIECE, 0, Math.min(left, PIECE.length))
    await file.sync()
  } finally {
    await file.close()
  }
}
