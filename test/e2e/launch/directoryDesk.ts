import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { AUDIENCE, CLIENT_ID, SCOPE, type TestDirectory } from '../../builders/directory/testDirectory.ts'

const LEND_KEYRING = resolve(import.meta.dirname, '../../fakes/keyring/lendKeyring.ts')

/** A machine that knows the directory's authority, has a keyring, and whose opener of addresses writes down what it is given. */
export function aDirectoryDesk(directory: Pick<TestDirectory, 'url' | 'ca'>) {
  const folder = mkdtempSync(join(tmpdir(), 'proofdesk-desk-'))
  const [ca, opened] = [join(folder, 'ca.pem'), join(folder, 'opened')]
  writeFileSync(ca, directory.ca)
  writeFileSync(join(folder, 'xdg-open'), '#!/bin/sh\nprintf "%s" "$1" > "$PROOFDESK_TEST_OPENED"\n')
  chmodSync(join(folder, 'xdg-open'), 0o700)
  return {
    hub: {
      flags: ['--issuer', directory.url, '--audience', AUDIENCE],
      env: { NODE_EXTRA_CA_CERTS: ca },
    },
    host: {
      flags: ['--authority', directory.url, '--client-id', CLIENT_ID, '--scope', SCOPE],
      env: {
        NODE_EXTRA_CA_CERTS: ca,
        NODE_OPTIONS: `--import=${LEND_KEYRING}`,
        PROOFDESK_TEST_KEYRING: join(folder, 'keyring.json'),
        PROOFDESK_TEST_OPENED: opened,
        DISPLAY: ':1',
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
      },
    },
    /** What the system's browser was to open, once. */
    async address(): Promise<string> {
      await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toMatch(/^https:/)
      const address = readFileSync(opened, 'utf8')
      rmSync(opened)
      return address
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A person goes through the directory's own pages in a tab of the browser. */
export async function walkThrough(tab: Page, address: string, login: string): Promise<void> {
  await tab.goto(address)
  await tab.getByPlaceholder('Enter any login').fill(login)
  await tab.getByPlaceholder('and password').fill('x')
  await tab.getByRole('button', { name: 'Sign-in' }).click()
  await tab.getByRole('button', { name: 'Continue' }).click()
  await expect(tab.getByText('You can close this tab and go back to Proofdesk.')).toBeVisible()
}

/** Notes all that page and host say to each other from now on. */
export function listenIn(page: Page): readonly string[] {
  const said: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => void said.push(String(payload)))
    socket.on('framereceived', ({ payload }) => void said.push(String(payload)))
  })
  page.on('request', (request) => void said.push(request.url(), request.postData() ?? ''))
  page.on('console', (message) => void said.push(message.text()))
  return said
}

/** Every file below a folder, as it lies there. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}

/** The command line of every process that runs now. */
export function commandLines(): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')]
      } catch {
        return [] // Ended meanwhile.
      }
    })
}
