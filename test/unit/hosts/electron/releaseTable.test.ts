import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it, type TestContext } from 'vitest'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { artefactsIn, ReleaseTable } from '../../../release/artefacts.ts'
import { currentVersion, partsHere } from '../../../release/notes.ts'
import { signatureOf } from '../../../release/signature.ts'

const root = resolve(import.meta.dirname, '../../../..')
const vendored = (path: string) => readFileSync(join(root, 'node_modules', path))

/** Debian's tools for the formats of Linux; where they are not, nobody builds these packages. */
function needs(context: TestContext, tool: string): void {
  context.skip(!existsSync(`/usr/bin/${tool}`), `no ${tool}`)
}

describe('whether a file carries a signature', () => {
  it('is read from a program of Windows', () => {
    expect(signatureOf('exe', vendored('@electron/windows-sign/vendor/signtool.exe'))).toBe('signed')
    expect(signatureOf('exe', vendored('electron-winstaller/vendor/rcedit.exe'))).toBe('unsigned')
  })

  it('is read from an MSIX package', () => {
    const bare = { 'AppxManifest.xml': strToU8('<Package/>'), 'app/Proofdesk.exe': strToU8('MZ') }
    expect(signatureOf('appx', Buffer.from(zipSync(bare)))).toBe('unsigned')
    const signed = { ...bare, 'AppxSignature.p7x': strToU8('PKCX') }
    expect(signatureOf('msix', Buffer.from(zipSync(signed)))).toBe('signed')
    // Somewhere else in the package it signs nothing.
    const hidden = { ...bare, 'app/AppxSignature.p7x': strToU8('PKCX') }
    expect(signatureOf('msix', Buffer.from(zipSync(hidden)))).toBe('unsigned')
  })

  it('is read from a disk image, and of a zipped bundle it is known only where there is none', () => {
    const image = (length: bigint) => {
      const bytes = Buffer.alloc(1_024)
      bytes.write('koly', 512, 'latin1')
      bytes.writeBigUInt64BE(length, 512 + 304)
      return bytes
    }
    expect([0n, 9_000n].map((length) => signatureOf('dmg', image(length)))).toEqual(['unsigned', 'signed'])
    const bundle = { 'Proofdesk.app/Contents/Info.plist': strToU8('<plist/>') }
    const sealed = { ...bundle, 'Proofdesk.app/Contents/_CodeSignature/CodeResources': strToU8('<plist/>') }
    expect(signatureOf('zip', Buffer.from(zipSync(bundle)))).toBe('unsigned')
    expect(signatureOf('zip', Buffer.from(zipSync(sealed)))).toBe('unknown')
  })

  it('is read from a Debian package', (context) => {
    needs(context, 'ar')
    const folder = aTempFolder()
    const names = ['debian-binary', 'control.tar', 'data.tar', '_gpgorigin']
    // Odd lengths: the next member begins one byte later.
    for (const [at, name] of names.entries()) writeFileSync(join(folder, name), 'x'.repeat(at + 3))
    const packed = () => signatureOf('deb', readFileSync(join(folder, 'proofdesk.deb')))
    const ar = (...members: string[]) =>
      execFileSync('ar', ['rc', 'proofdesk.deb', ...members], { cwd: folder, stdio: 'ignore' })
    ar(...names.slice(0, 3))
    expect(packed()).toBe('unsigned')
    ar('_gpgorigin')
    expect(packed()).toBe('signed')
  })

  it('is read from an AppImage, whose place for it may be empty', (context) => {
    needs(context, 'objcopy')
    const folder = aTempFolder()
    const withSection = (content: Buffer) => {
      writeFileSync(join(folder, 'section'), content)
      copyFileSync('/bin/true', join(folder, 'plain'))
      const args = ['--add-section', '.sha256_sig=section', 'plain', 'Proofdesk.AppImage']
      execFileSync('objcopy', args, { cwd: folder })
      return signatureOf('AppImage', readFileSync(join(folder, 'Proofdesk.AppImage')))
    }
    expect(withSection(Buffer.alloc(1_024))).toBe('unsigned')
    expect(withSection(Buffer.from('-----BEGIN PGP SIGNATURE-----'))).toBe('signed')
    expect(signatureOf('AppImage', readFileSync('/bin/true'))).toBe('unsigned')
  })

  it('is unknown of what is not what its name says', () => {
    for (const kind of ['exe', 'appx', 'dmg', 'zip', 'deb', 'AppImage', 'blockmap'])
      for (const bytes of [Buffer.alloc(0), Buffer.from('Proofdesk'), Buffer.alloc(4_096, 0xff)])
        expect.soft(signatureOf(kind, bytes), kind).toBe('unknown')
  })
})

/** A folder as electron-builder leaves it: what is installed, what only updaters ask for, and the unpacked program. */
function aReleaseFolder(): string {
  const folder = aTempFolder()
  writeFileSync(join(folder, 'Proofdesk Setup 0.1.0.exe'), vendored('electron-winstaller/vendor/rcedit.exe'))
  writeFileSync(join(folder, 'proofdesk_0.1.0_arm64.deb'), '!<arch>\n')
  writeFileSync(join(folder, 'Proofdesk-0.1.0-universal.dmg'), Buffer.alloc(600))
  writeFileSync(join(folder, 'builder-debug.yml'), 'x64: {}')
  writeFileSync(join(folder, 'Proofdesk Setup 0.1.0.exe.blockmap'), 'x')
  return folder
}

describe('the table of a release', () => {
  it('lists every installer with system, architecture, length and sums, and nothing else', () => {
    const listed = artefactsIn(aReleaseFolder())
    expect(listed.map(({ file, platform, arch, signature }) => [file, platform, arch, signature])).toEqual([
      ['Proofdesk Setup 0.1.0.exe', 'windows', 'x64', 'unsigned'],
      ['Proofdesk-0.1.0-universal.dmg', 'macos', 'universal', 'unknown'],
      ['proofdesk_0.1.0_arm64.deb', 'linux', 'arm64', 'unsigned'],
    ])
    // The eight bytes of the empty package, summed by other programs.
    expect(listed[2]).toMatchObject({
      bytes: 8,
      sha256: execFileSync('sha256sum', { input: '!<arch>\n', encoding: 'utf8' }).slice(0, 64),
      sha512: execFileSync('sha512sum', { input: '!<arch>\n', encoding: 'utf8' }).slice(0, 128),
    })
  })

  const write = (folder: string, ...more: string[]) =>
    spawnSync(process.execPath, [join(root, 'test/release/run.ts'), '--from', folder, ...more], {
      encoding: 'utf8',
    })

  it('is written beside the files, for programs and for people, with the notes in both languages', () => {
    const folder = aReleaseFolder()
    expect(write(folder)).toMatchObject({ status: 0, stderr: expect.stringContaining('3 files of version') })
    const table = ReleaseTable.parse(JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8')))
    expect(table).toMatchObject({ version: currentVersion(root), parts: partsHere(root) })
    expect(table.artefacts).toEqual(artefactsIn(folder))
    const text = readFileSync(join(folder, 'release.md'), 'utf8')
    for (const { file, sha256, sha512 } of table.artefacts)
      for (const word of [file, sha256, sha512]) expect.soft(text).toContain(word)
    for (const word of [
      'For reviewers',
      'Per i revisori',
      'What it lacks',
      'Che cosa manca',
      table.parts.checker,
    ])
      expect.soft(text).toContain(word)
  })

  it('is refused to a release that has nothing to install or whose notes are not finished', () => {
    const empty = aTempFolder()
    const { status, stderr } = write(empty, '--release')
    expect(status).toBe(1)
    expect(stderr).toMatch(/no day yet|nothing to install|other parts/)
    expect(readdirSync(empty)).toEqual([])
  })
})
