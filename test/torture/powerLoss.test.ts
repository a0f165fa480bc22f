import { part } from './parts/powerLoss.ts'
import { testShortForm } from './shortForm.ts'

testShortForm('a power cut loses nothing acknowledged, and would without durable commits', part)
