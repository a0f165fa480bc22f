import { part } from './parts/arbitration.ts'
import { testShortForm } from './shortForm.ts'

testShortForm(
  'whatever happens to competing claims, each thing has one holder and each decision is whole',
  part,
)
