import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBrowserPrinter, printerFlags } from '../../../../src-main/hosts/loopback/browserPrinter.ts'
import { findBrowser } from '../../../../src-main/hosts/loopback/findBrowser.ts'
import { aTempFolder } from '../../../builders/tempFolder.ts'
import { pdfInfo, pdfTags, textOfPdf } from '../../../conformance/printer/poppler.ts'

const isRoot = process.getuid?.() === 0

function aPrinter(browser = findBrowser(), limitMs = 30_000) {
  const folder = join(aTempFolder(), 'printing')
  return { folder, printer: createBrowserPrinter({ findBrowser: () => browser, folder, isRoot, limitMs }) }
}

/** A browser that says who it and its child are, and never answers. */
function aSilentBrowser(folder: string): string {
  const file = join(folder, 'browser')
  const source = `#!${process.execPath}
const { spawn } = require('child_process')
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
require('fs').writeFileSync(${JSON.stringify(join(folder, 'pids'))}, process.pid + ' ' + child.pid)
setInterval(() => {}, 1000)
`
  writeFileSync(file, source)
  chmodSync(file, 0o755)
  return file
}

/** A killed child stays in the table until it is collected, which is not ours to do. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

const HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Case</title></head>'

describe('a page printed by a browser without a window', () => {
  it('is tagged, has its headings as outline, its language, and our name alone', async () => {
    const { printer } = aPrinter()
    const pdf = await printer.print(
      `${HEAD}<body><h1>Board</h1><table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></body></html>`,
    )
    const info = await pdfInfo(pdf)
    expect(info).toMatch(/^Tagged:\s+yes$/mu)
    expect(info).toMatch(/^Creator:\s+Proofdesk$/mu)
    expect(await pdfTags(pdf)).toMatch(/H1[\s\S]*Table[\s\S]*TH/u)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Outlines \d+ 0 R/u)
  })

  it('runs no script and asks nobody for anything, not even this machine', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((done) => server.once('listening', done))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { printer } = aPrinter()
    const pdf = await printer.print(
      `${HEAD}<body><p>still</p><script>document.body.textContent = 'ran'</script><img src="${address}/i.png"><link rel="stylesheet" href="${address}/s.css"><iframe src="${address}/f"></iframe></body></html>`,
    )
    expect(await textOfPdf(pdf)).toContain('still')
    expect(await textOfPdf(pdf)).not.toContain('ran')
    expect(asked).toEqual([])
  })

  it('ends what does not answer with all that it started', async () => {
    const folder = aTempFolder()
    const { printer, folder: printing } = aPrinter(aSilentBrowser(folder), 2_000)
    await expect(printer.print(HEAD)).rejects.toThrow('too long')
    const pids = readFileSync(join(folder, 'pids'), 'utf8').split(' ').map(Number)
    expect(pids).toHaveLength(2)
    await expect.poll(() => pids.filter(runs)).toEqual([])
    expect(readdirSync(printing)).toEqual([])
  })

  it('rejects where the browser cannot start or ends early', async () => {
    await expect(aPrinter('/nowhere/browser').printer.print(HEAD)).rejects.toThrow()
    await expect(aPrinter('/bin/true').printer.print(HEAD)).rejects.toThrow()
  })

  it('clears away what a host that was killed left behind', async () => {
    const { printer, folder } = aPrinter()
    const stale = join(folder, 'profile-stale')
    mkdirSync(stale, { recursive: true })
    await printer.print(HEAD)
    expect(existsSync(stale)).toBe(false)
  })
})

it('a machine without a browser has no printer', async () => {
  const printer = createBrowserPrinter({ findBrowser: () => undefined, folder: aTempFolder(), isRoot })
  expect(await printer.isThere()).toBe(false)
  await expect(printer.print(HEAD)).rejects.toThrow('no browser')
})

it('the sandbox is left on unless root prints', () => {
  expect(printerFlags('/p', false)).not.toContain('--no-sandbox')
  expect(printerFlags('/p', true)).toContain('--no-sandbox')
})
