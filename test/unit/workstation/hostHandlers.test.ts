import { expect, it } from 'vitest'
import { CONTRACT_VERSION } from '../../../src-preload/contract/version.ts'
import { startWorkstation } from '../../fakes/workstation.ts'

it('tells what an incident report needs of its parts, and that the data are no sample', async () => {
  const { call } = await startWorkstation({ version: '1.2.3' })
  expect(await call('host.info', {})).toMatchObject({
    version: '1.2.3',
    parts: { contract: CONTRACT_VERSION, node: process.versions.node },
    isSample: false,
  })
})

it('lets a menu be where the host has no bar for it', async () => {
  const { call } = await startWorkstation()
  expect(await call('host.showMenu', { titles: [{ label: 'Go', entries: [] }] })).toEqual({})
})

it('never throws data away that are no sample', async () => {
  const { call } = await startWorkstation()
  await call('settings.set', { locale: 'it', keys: { 'decide.approve': ['y'] }, singleKeys: false })
  expect(await call('sample.reset', {})).toEqual({ outcome: 'no_sample' })
  expect(await call('settings.get', {})).toMatchObject({
    locale: 'it',
    keys: { 'decide.approve': ['y'] },
    singleKeys: false,
  })
})
