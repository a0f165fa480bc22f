import { testShortForm } from './shortForm.ts'
import { part } from './parts/swarm.ts'

testShortForm('many workstations on one hub lose no decision and take none twice', part)
