import { part } from './parts/diskFaults.ts'
import { testShortForm } from './shortForm.ts'

testShortForm('a disk that is full or breaks for a while costs a refusal and no word', part)
