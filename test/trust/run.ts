/**
 * `npm run trust`: draws up what Proofdesk promises about trust, and of each promise whether it holds here, by running what proves it.
 * `--only E,C07` these groups or ids alone; `--json` an array of `{id, status, evidence, how}` on standard output, and nothing else there.
 */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { BUILD_PARTS } from '../../src-main/hosts/launcher/buildParts.ts'
import { ensureBuilt } from '../../src-main/hosts/launcher/ensureBuilt.ts'
import { answerOf } from './answer.ts'
import { CHECKLIST, pick } from './checklist/index.ts'
import { runProvingTests } from './provingTests.ts'
import { trustText } from './trustText.ts'

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
})

const root = resolve(import.meta.dirname, '../..')
const say = (line: string) => void process.stderr.write(`${line}\n`)

async function run(): Promise<void> {
  const rows = pick(CHECKLIST, values.only)
  if (rows.length === 0) {
    say(`No promise is called ${values.only}. Groups: E B D L K R P Y T H C; an id: E7, C31.`)
    process.exitCode = 2
    return
  }
  await ensureBuilt({ root, parts: BUILD_PARTS, say })
  const ran = await runProvingTests({ root, say, args: [], isQuiet: true }, rows)
  const answers = await Promise.all(rows.map((row) => answerOf(row, root, ran)))
  process.stdout.write(values.json ? `${JSON.stringify(answers, null, 2)}\n` : trustText(rows, answers))
  process.exitCode = answers.some(({ status }) => status === 'fail') ? 1 : 0
}

await run()
