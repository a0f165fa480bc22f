/** `npm run bench:hub`: what claims and requests cost the hub, and what a year of them comes to. The figures of src-main/hub/SCALE.md. */
import { randomUUID } from 'node:crypto'
import { loadavg } from 'node:os'
import { gzipSync } from 'node:zlib'
import { fillDemoQueue } from '../../src-main/hub/demo/fillDemoQueue.ts'
import { writeLetter } from '../../src-main/hosts/hub/writeLetter.ts'
import { aHubClaim, anOperation, startReview } from '../builders/hub/hubClaim.ts'
import { type BenchHub, fill, openBenchHub, waitingClaim } from './measure/benchHub.ts'
import { ownCpuMs, serverCpuMs } from './measure/cpuTime.ts'
import { measureLives, type TableCost } from './measure/hubLives.ts'
import { assertPgbench } from './measure/pgbench.ts'
import { yearOf } from './measure/hubYear.ts'

const LIVES = 300
const WAITING = 2_000
const PAGE = 200

export interface RequestCost {
  readonly request: string
  /** Processor time of Node, hub and the asking client together, for one request. */
  readonly nodeMs: number
  readonly postgresMs: number
  /** Body as it goes over the wire, without headers. */
  readonly bytes: number
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** @param ask gives back the bytes of the body on the wire. */
async function costOf(
  { url }: BenchHub,
  request: string,
  times: number,
  ask: (n: number) => Promise<number>,
): Promise<RequestCost> {
  await ask(0)
  const before = { node: ownCpuMs(), postgres: serverCpuMs(url) }
  let bytes = 0
  for (let n = 1; n <= times; n += 1) bytes += await ask(n)
  return {
    request,
    nodeMs: (ownCpuMs() - before.node) / times,
    postgresMs: (serverCpuMs(url) - before.postgres) / times,
    bytes: bytes / times,
  }
}

async function measureRequests(bench: BenchHub): Promise<RequestCost[]> {
  const { hub } = bench
  await hub.clear()
  await fill(bench, WAITING, PAGE)
  const links: string[] = [`/v1.0/claims/delta?$top=${PAGE}`]
  const first = async (n: number): Promise<number> => {
    const body = await (await hub.get('reviewer', links[n % links.length] ?? '')).text()
    const next = /"@odata\.(?:next|delta)Link":"([^"]+)"/.exec(body)?.[1]
    if (next !== undefined && !links.includes(next)) links.push(next)
    return gzipSync(body).length
  }
  const page = await costOf(bench, `delta, page of ${PAGE}`, WAITING / PAGE - 1, first)
  const poll = await costOf(bench, 'delta, nothing new', 300, async () => {
    const answer = await hub.get('reviewer', links.at(-1) ?? '')
    return (await answer.arrayBuffer()).byteLength
  })
  return [page, poll, await pushes(bench), ...(await documents(bench)), await demoPage(bench)]
}

/** Claims made by one pattern pack better than those of life: the demo queue's are all different. */
async function demoPage(bench: BenchHub): Promise<RequestCost> {
  await bench.hub.clear()
  const claims = await fillDemoQueue({ ...bench.hub.ports, writeLetter }, 'resources/demo')
  return costOf(bench, `delta, the demo queue's ${claims} claims, for each`, 20, async () => {
    const body = await (await bench.hub.get('reviewer', '/v1.0/claims/delta')).text()
    return gzipSync(body).length
  }).then(({ request, ...cost }) => ({
    request,
    nodeMs: cost.nodeMs / claims,
    postgresMs: cost.postgresMs / claims,
    bytes: cost.bytes / claims,
  }))
}

function pushes(bench: BenchHub): Promise<RequestCost> {
  const clientId = randomUUID()
  return costOf(bench, 'push of an operation', 300, async (n) => {
    const request = anOperation(waitingClaim(n), startReview, { clientId, sequence: n + 1 })
    const answer = await bench.hub.send('reviewer', `B-${n}`, request)
    return JSON.stringify(request).length + (await answer.arrayBuffer()).byteLength
  })
}

/** A paper of 4 MB, whole and in stretches of 64 KB. */
async function documents(bench: BenchHub): Promise<RequestCost[]> {
  const { hub } = bench
  const text = 'proof of execution '.repeat(220_000)
  const claim = aHubClaim({ claimId: 'big', documents: [text] })
  await hub.put(claim)
  const sha256 = await hub.ports.documents.put(Buffer.from(text))
  const path = `/v1.0/claims/big/documents/${sha256}`
  const ask = async (range: string | null) => {
    const answer = await hub.get('reviewer', path, range === null ? {} : { range })
    return (await answer.arrayBuffer()).byteLength
  }
  return [
    await costOf(bench, 'document, 64 KB of 4 MB', 300, (n) => ask(`bytes=${n * 100}-${n * 100 + 65_535}`)),
    await costOf(bench, 'document, 4 MB whole', 20, () => ask(null)),
  ]
}

const bytes = (n: number) => Math.round(n).toLocaleString('en')

function report(tables: readonly TableCost[], requests: readonly RequestCost[]): void {
  say('| table | rows a claim | bytes a claim |\n|---|---|---|')
  for (const { table, rowsPerClaim, bytesPerClaim } of tables)
    say(`| ${table} | ${rowsPerClaim.toFixed(1)} | ${bytes(bytesPerClaim)} |`)
  const sum = (of: (one: TableCost) => number) => tables.reduce((total, one) => total + of(one), 0)
  say(`| all | ${sum((one) => one.rowsPerClaim).toFixed(1)} | ${bytes(sum((one) => one.bytesPerClaim))} |\n`)
  say('| request | Node, ms CPU | PostgreSQL, ms CPU | bytes of body |\n|---|---|---|---|')
  for (const one of requests)
    say(`| ${one.request} | ${one.nodeMs.toFixed(1)} | ${one.postgresMs.toFixed(1)} | ${bytes(one.bytes)} |`)
  say('')
  for (const line of yearOf(tables, requests)) say(line)
}

assertPgbench()
const bench = await openBenchHub()
try {
  say(`Load ${loadavg()[0]?.toFixed(1)}, ${LIVES} lives, ${WAITING} waiting claims\n`)
  const tables = await measureLives(bench.hub, LIVES)
  report(tables, await measureRequests(bench))
} finally {
  await bench.close()
}
