import { beforeEach, describe, expect, it } from 'vitest'
import { safeStorageBox } from '../../../../src-main/hosts/electron/safeStorageBox.ts'
import { record, safeStorage } from '../../../fakes/electron/electron.ts'

const SECRET = Buffer.from([0, 255, 128, ...Buffer.from('a refresh token')])

beforeEach(() => {
  Object.assign(record, { keyBackend: 'gnome_libsecret', keepsKeys: true })
})

/** Only the part of Electron that it uses. */
const box = () => safeStorageBox({ safeStorage: safeStorage as never })

async function sealed(): Promise<Uint8Array> {
  const bytes = await box().seal(SECRET)
  if (bytes === null) throw new Error('Nothing was sealed.')
  return bytes
}

describe('a secret sealed by Electron', () => {
  it('comes back byte by byte, and does not lie there in the clear', async () => {
    const bytes = await sealed()
    expect(Buffer.from(bytes).includes('a refresh token')).toBe(false)
    expect(Buffer.from((await box().open(bytes)) ?? [])).toEqual(SECRET)
  })

  it.each([
    ['basic_text', true],
    ['unknown', true],
    ['gnome_libsecret', false],
  ] as const)(
    'is kept in memory alone with %s where that keeps it from nobody',
    async (keyBackend, keepsKeys) => {
      const bytes = await sealed()
      Object.assign(record, { keyBackend, keepsKeys })
      expect([await box().seal(SECRET), await box().open(bytes)]).toEqual([null, null])
    },
  )

  it('is none where it is not what the system sealed', async () => {
    expect(await box().open(Buffer.from('of another machine'))).toBeNull()
  })
})
