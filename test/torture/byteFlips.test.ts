import { part } from './parts/byteFlips.ts'
import { testShortForm } from './shortForm.ts'

testShortForm('changed bytes in the database cost no operation that waits', part)
