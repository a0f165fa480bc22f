import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ElectronApi } from '../../../../src-main/hosts/electron/electronApi.ts'
import { saveDialog } from '../../../../src-main/hosts/electron/saveDialog.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import * as fake from '../../../fakes/electron/electron.ts'

// The fake holds each part to Electron's own type; as a whole it has less than Electron.
const electron = fake as unknown as ElectronApi

it('asks with the system’s own dialog, under a harmless name, and writes where the person said', async () => {
  const file = join(aTempFolder(), 'chosen.pdf')
  fake.record.copyTo = file
  const place = await saveDialog(electron)('../sow.pdf')
  await place?.write(new TextEncoder().encode('a signed paper'))
  expect(fake.record.saveDialogs.at(-1)).toBe('/home/of/downloads/_sow.pdf')
  expect(place?.where).toBe(file)
  expect(readFileSync(file, 'utf8')).toBe('a signed paper')
})

it('writes nothing when the person thought better of it', async () => {
  fake.record.copyTo = null
  expect(await saveDialog(electron)('sow.pdf')).toBeNull()
})
