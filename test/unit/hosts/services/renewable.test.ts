import { rm } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createRenewable } from '../../../../src-main/hosts/services/renewable.ts'
import { createWorkstation } from '../../../../src-main/workstation/workstation.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { portsOf } from '../../../fakes/workstation.ts'

async function aRenewable() {
  const profile = aTempFolder()
  const core = createRenewable(() =>
    createWorkstation({ ...portsOf({ profile }), renewSample: () => core.renew(forget) }),
  )
  const forget = () => rm(profile, { recursive: true })
  await core.start()
  onTestFinished(() => core.stop())
  const valueOf = async (method: string, input: unknown = {}) => {
    const reply = await core.dispatch(method, input)
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  }
  return { core, valueOf }
}

it('a renewed workstation has forgotten everything, answers, and tells whoever listened before', async () => {
  const { core, valueOf } = await aRenewable()
  await valueOf('settings.set', { locale: 'it' })
  const heard: string[] = []
  core.onEvent((event) => heard.push(event))
  expect(await valueOf('sample.reset')).toEqual({ outcome: 'reset' })
  expect(await valueOf('settings.get')).toMatchObject({ locale: 'system' })
  await valueOf('settings.set', { theme: 'dark' })
  expect(heard).toContain('settings.changed')
})

it('asked twice at once, it is renewed once', async () => {
  const { core } = await aRenewable()
  let times = 0
  const count = async () => {
    times += 1
  }
  await Promise.all([core.renew(count), core.renew(count)])
  expect(times).toBe(1)
})

it('starts again when the old data could not be thrown away, and says so', async () => {
  const { core, valueOf } = await aRenewable()
  await valueOf('settings.set', { locale: 'it' })
  await expect(core.renew(() => Promise.reject(new Error('in use')))).rejects.toThrow('in use')
  expect(await valueOf('settings.get')).toMatchObject({ locale: 'it' })
})
