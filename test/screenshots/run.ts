/** `npm run screenshots -- --out DIR [--only WORD]`: a picture of everything the window can show, in every look. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from '@playwright/test'
import { BUILD_PARTS } from '../../src-main/hosts/launcher/buildParts.ts'
import { ensureBuilt } from '../../src-main/hosts/launcher/ensureBuilt.ts'
import { LAUNCH } from '../e2e/viewer/openViewer.ts'
import type { State } from '../e2e/window/states/state.ts'
import { STATES } from '../e2e/window/states/states.ts'
import { startWindowSite, type WindowSite } from '../e2e/window/windowSite.ts'
import { ensureBrowser } from '../run/chromium.ts'
import { LOCALES, type PictureLocale } from './looks.ts'
import { photograph } from './photograph.ts'

const root = resolve(import.meta.dirname, '../..')
const say = (line: string) => void process.stderr.write(`${line}\n`)
const USAGE = 'Usage: npm run screenshots -- --out DIR [--only WORD]   WORD: part of what a picture shows'

interface Flags {
  readonly out: string
  readonly only: string
}

function parse(args: readonly string[]): Flags | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' }, only: { type: 'string', default: '' } },
    })
    return values.out === undefined ? null : { out: resolve(values.out), only: values.only }
  } catch {
    return null
  }
}

async function run(args: readonly string[]): Promise<number> {
  const flags = parse(args)
  const chosen = STATES.filter(({ scene, shows }) => `${scene} ${shows}`.includes(flags?.only ?? ''))
  if (flags === null || chosen.length === 0) {
    say(USAGE)
    return 2
  }
  const executablePath = ensureBrowser(say)
  if (executablePath === null) return 1
  await ensureBuilt({ root, parts: BUILD_PARTS, say })
  mkdirSync(flags.out, { recursive: true })
  const site = await startWindowSite()
  const browser = await chromium.launch({ ...LAUNCH, executablePath })
  try {
    return await takeAll({ browser, site, chosen, folder: flags.out })
  } finally {
    await browser.close()
    await site.close()
  }
}

interface Session {
  readonly browser: Browser
  readonly site: WindowSite
  readonly chosen: readonly State[]
  readonly folder: string
}

async function takeAll({ browser, site, chosen, folder }: Session): Promise<number> {
  const failed: string[] = []
  let pictures = 0
  const take = async (state: State, locale: PictureLocale) => {
    try {
      const names = await photograph(browser, site, state, locale, folder)
      pictures += names.length
    } catch (error) {
      const [line = ''] = String(error).split('\n')
      failed.push(`${state.scene}: ${state.shows}, ${locale}: ${line}`)
      say(`not reached: ${failed.at(-1)}`)
    }
  }
  for (const state of chosen) {
    await Promise.all(LOCALES.map((locale) => take(state, locale)))
    say(`${state.scene}: ${state.shows}`)
  }
  process.stdout.write(
    `${pictures} pictures of ${chosen.length} states in ${folder}, ${failed.length} not reached\n`,
  )
  return failed.length === 0 ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
