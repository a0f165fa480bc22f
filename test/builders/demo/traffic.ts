import { readFileSync } from 'node:fs'
import { TrafficBook } from '../../../src-main/hub/demo/traffic/trafficBook.ts'

const file = new URL('../../../resources/demo/traffic.json', import.meta.url)

export const PAPERS = 'resources/demo/documents'

/** Whom the traffic speaks for. */
export const readTraffic = (): TrafficBook => TrafficBook.parse(JSON.parse(readFileSync(file, 'utf8')))
