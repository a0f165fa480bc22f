import { part } from './parts/kill9.ts'
import { testShortForm } from './shortForm.ts'

testShortForm('a session of decisions that is killed again and again loses nothing it acknowledged', part)
