import { testShortForm } from './shortForm.ts'
import { part } from './parts/duplicates.ts'

testShortForm('operations that arrive several times, late and out of turn, happen once', part)
