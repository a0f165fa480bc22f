import { elsewhere, tests, type TrustRow } from '../trustRow.ts'

const HUB = 'test/conformance/hub/pglite.test.ts'
const POSTGRES = 'test/conformance/hub/postgres.test.ts'

/** The hub’s database, shaped so that it can be spread. */
export const HUB_DATABASE: readonly TrustRow[] = [
  {
    id: 'H1',
    says: 'Every key begins with the tenant.',
    proofs: [tests(HUB, 'begins every primary, unique and foreign key with the tenant, on both sides')],
  },
  {
    id: 'H2',
    says: 'Nothing is used that a spread database lacks.',
    proofs: [
      tests(
        HUB,
        'has no sequence, rule, inheritance, exclusion or deferrable constraint',
        'used nothing that a spread-out PostgreSQL lacks',
      ),
      tests('test/architecture/hubSql.test.ts', 'uses nothing that a spread-out PostgreSQL lacks'),
    ],
  },
  {
    id: 'H3',
    says: 'Two who write at once both get through, and one decision counts.',
    proofs: [
      tests(POSTGRES, 'two that block each other both get through'),
      tests(HUB, 'of two decisions at once one is applied and the other told who was first'),
    ],
  },
  {
    id: 'H4',
    says: 'No decision and no token rests on a read replica.',
    proofs: [
      elsewhere(
        'The hub has one connection string and no notion of replicas; a cluster that fails over cannot be had here.',
        'PROOFDESK_TEST_POSTGRES=<a cluster> npm run test:postgres',
      ),
    ],
  },
  {
    id: 'H5',
    says: 'The same suite holds on PostgreSQL and on databases that spread it.',
    proofs: [
      tests(POSTGRES, 'gives every claim once over pages of the wished size, whole as it is stored'),
      elsewhere(
        'Citus, Yugabyte and Cockroach cannot be installed here.',
        'PROOFDESK_TEST_POSTGRES=<its address> npm run test:postgres',
      ),
    ],
  },
]
