/** A workstation that reads a feed without end, in a process of its own so that it can be killed: the profile is its argument. */
import { writeSync } from 'node:fs'
import { startStation } from '../station/realStation.ts'
import { endlessFeed } from '../station/endlessFeed.ts'

// Written by the test, the only one that starts this.
const { profile } = JSON.parse(process.argv[2] ?? '') as { readonly profile: string }
await startStation(
  profile,
  endlessFeed((page) => void writeSync(1, `${page}\n`)),
)
