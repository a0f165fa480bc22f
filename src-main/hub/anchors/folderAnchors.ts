import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, ifThere, syncFolder } from '../folderFiles.ts'
import { type AnchorPlace, nameOf, numbersOf } from './anchorPlace.ts'

/** Anchors as files of a folder: one that is there is never written again, so the folder may be one that only takes new files. */
export function folderAnchors(folder: string): AnchorPlace {
  return {
    name: folder,
    async numbers() {
      const names = await ifThere(readdir(folder))
      return numbersOf(names ?? [])
    },
    read: async (number) => (await ifThere(readFile(join(folder, nameOf(number))))) ?? null,
    async writeNew(number, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const isNew = await putWhole(folder, join(folder, nameOf(number)), bytes)
      if (isNew) await syncFolder(folder)
      return isNew
    },
  }
}

/** It gets its name once its bytes are on the disk: what was cut short is no anchor, and of two hubs one is first. */
async function putWhole(folder: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const aside = join(folder, `.${randomUUID()}`)
  try {
    await writeSynced(aside, bytes)
    await link(aside, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    // A folder that lets nothing go keeps it; its name is no anchor's.
    await rm(aside, { force: true }).catch(() => undefined)
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o400)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
