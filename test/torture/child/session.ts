/**
 * A workstation at work, in a process of its own so that it can be killed: one JSON argument, one line per acknowledged act on
 * standard output, or in a file where a recorder shall see in which order acts and writes came.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import { chancesOf } from '../../../src-main/hub/demo/traffic/chances.ts'
import { startStation } from '../station/realStation.ts'
import { createReviewer } from '../station/reviewer.ts'
import type { SessionWishes } from '../station/sessions.ts'
import { NO_HUB, smallHub } from '../station/smallHub.ts'

// Written by `sessions.ts`, the only one that starts this.
const wishes = JSON.parse(process.argv[2] ?? '') as SessionWishes
const acts = wishes.acts === null ? 1 : openSync(wishes.acts, 'a')
const hub = wishes.ledger === null ? NO_HUB : smallHub(wishes.ledger)
const station = await startStation(wishes.profile, hub, wishes)
const reviewer = createReviewer(
  station,
  chancesOf(wishes.seed),
  (act) => void writeSync(acts, `${JSON.stringify(act)}\n`),
)
// The desk is loaded and the profile has settled in.
await station.call('sync.outbox', {})
// From here on a recorder that shall fail something counts.
if (wishes.begin !== null) closeSync(openSync(wishes.begin, 'w'))
for (let n = 0; wishes.commands === null || n < wishes.commands; n += 1) {
  await reviewer.act(wishes.from + n)
  // Sync and timers get their turn, as between two strokes of a key.
  await new Promise((resolve) => setImmediate(resolve))
}
await station.workstation.stop()
process.stderr.write(`refusals ${reviewer.refusals()}\n`)
