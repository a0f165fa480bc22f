import { testShortForm } from './shortForm.ts'
import { part } from './parts/model.ts'

testShortForm(
  'whatever three workstations, partners, clocks and failures do, no acknowledged act vanishes',
  part,
)
