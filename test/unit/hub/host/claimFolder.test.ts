import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { claimFolder, FolderTaken } from '../../../../src-main/hosts/services/claimFolder.ts'

it('keeps a folder for one hub at a time, by whatever path, and gives it back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-claim-'))
  const link = `${folder}-link`
  await symlink(folder, link)
  try {
    const giveBack = await claimFolder(folder)
    await expect(claimFolder(folder)).rejects.toThrow(FolderTaken)
    await expect(claimFolder(link)).rejects.toThrow(FolderTaken)
    await giveBack()
    await (await claimFolder(link))()
  } finally {
    await rm(link)
    await rm(folder, { recursive: true })
  }
})
