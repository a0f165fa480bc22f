import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDataDir } from '../../../../src-main/hosts/services/dataDir.ts'
import { forgetSample, isSampleFolder } from '../../../../src-main/hosts/services/sampleFolder.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'

const TEAM_HUB = new URL('https://hub.example')

const worked = (root: string) => {
  for (const folder of ['profile', 'hub']) {
    mkdirSync(join(root, folder), { recursive: true })
    writeFileSync(join(root, folder, 'x'), 'x')
  }
}

describe('a data folder', () => {
  it('is the sample workspace when the demo hub was the first to write into it, also at the next start', () => {
    const data = openDataDir(aTempFolder())
    expect(isSampleFolder(data, 'embedded')).toBe(true)
    worked(data.root)
    expect(isSampleFolder(data, 'embedded')).toBe(true)
  })

  it('is none when somebody worked in it before', () => {
    const data = openDataDir(aTempFolder())
    worked(data.root)
    expect(isSampleFolder(data, 'embedded')).toBe(false)
  })

  it.each([TEAM_HUB, 'none'] as const)('is none any more after a start on %s', (hub) => {
    const data = openDataDir(aTempFolder())
    expect(isSampleFolder(data, 'embedded')).toBe(true)
    worked(data.root)
    expect(isSampleFolder(data, hub)).toBe(false)
    expect(isSampleFolder(data, 'embedded')).toBe(false)
  })

  it('loses profile and hub when the sample is forgotten, and nothing else', async () => {
    const data = openDataDir(aTempFolder())
    worked(data.root)
    for (const name of ['window.json', 'proofdesk.log']) writeFileSync(join(data.root, name), '{}')
    await forgetSample(data)
    const left = ['profile', 'hub', 'window.json', 'proofdesk.log'].filter((name) =>
      existsSync(join(data.root, name)),
    )
    expect(left).toEqual(['window.json', 'proofdesk.log'])
  })
})
