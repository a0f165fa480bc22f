import { resolve } from 'node:path'
import { beforeAll } from 'vitest'
import { ensureBuilt } from '../../../../src-main/hosts/launcher/ensureBuilt.ts'
import { describeSession } from './sessionSuite.ts'

const root = resolve(import.meta.dirname, '../../../..')

beforeAll(() => ensureBuilt({ root, parts: ['main', 'preload'], say: () => undefined }))

describeSession('the built Electron host', () => ({ root, isPacked: false }))
