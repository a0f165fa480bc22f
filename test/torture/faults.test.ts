import { testShortForm } from './shortForm.ts'
import { part } from './parts/faults.ts'

testShortForm(
  'after any fault of the line the queue empties and the workstation shows what the hub has',
  part,
)
