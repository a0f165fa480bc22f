import { findElectron } from '../../src-main/hosts/launcher/electronBinary.ts'
import type { Proof, ProvingTests, TrustAnswer, TrustRow, TrustStatus } from './trustRow.ts'

/** A test as its runner reported it. */
export interface RanTest {
  /** Path from the project's root. */
  readonly file: string
  readonly title: string
  readonly status: 'passed' | 'failed' | 'skipped'
}

interface Part {
  readonly status: TrustStatus
  readonly evidence: string
  readonly how: string
}

/** Worst first: one broken proof breaks the promise, and what is half shown is not shown. */
const WORST: readonly TrustStatus[] = ['fail', 'not_testable_here', 'pass']

/** What the proofs of a row come to, after the tests have run. */
export async function answerOf(
  { id, proofs }: TrustRow,
  root: string,
  ran: readonly RanTest[],
): Promise<TrustAnswer> {
  const hasElectron = findElectron(root) !== undefined
  const tried = proofs.filter((proof) => hasElectron || !('isFurther' in proof))
  const parts = await Promise.all(tried.map((proof) => partOf(proof, root, ran)))
  const status = WORST.find((one) => parts.some((part) => part.status === one)) ?? 'fail'
  const worstFirst = parts.toSorted((one, other) => WORST.indexOf(one.status) - WORST.indexOf(other.status))
  return {
    id,
    status,
    evidence: worstFirst.map(({ evidence }) => evidence).join(' · '),
    how: [...new Set(worstFirst.map(({ how }) => how).filter((how) => how !== ''))].join(' ; '),
  }
}

async function partOf(proof: Proof, root: string, ran: readonly RanTest[]): Promise<Part> {
  switch (proof.by) {
    case 'nothing':
      return { status: 'fail', evidence: `Not there yet: ${proof.lacks}`, how: '' }
    case 'elsewhere':
      return { status: 'not_testable_here', evidence: proof.because, how: proof.how }
    case 'look':
      return { ...(await looked(proof.find, root)), how: proof.how }
    case 'electron':
      return electronPart(proof, root, ran)
    default:
      return { ...testsPart(proof, ran), how: howOf(proof) }
  }
}

const howOf = ({ by, file }: ProvingTests) => `npm test -- ${by} ${file}`

/** Without the binary nothing is shown, and what a machine with it left out it shows as little. */
function electronPart(proof: ProvingTests, root: string, ran: readonly RanTest[]): Part {
  const notHere = (evidence: string, how: string): Part => ({ status: 'not_testable_here', evidence, how })
  if (findElectron(root) === undefined)
    return notHere(
      `Electron's binary is not here; it runs ${proof.file}: ${proof.titles.join('; ')}`,
      `npm run electron:install && ${howOf(proof)}`,
    )
  const left = ran.filter(
    ({ file, title, status }) =>
      file === proof.file && status === 'skipped' && proof.titles.some((each) => title.startsWith(each)),
  )
  if (left.length > 0) return notHere(`left out: ${left.map(({ title }) => title).join('; ')}`, howOf(proof))
  return { ...testsPart(proof, ran), how: howOf(proof) }
}

async function looked(find: (root: string) => Promise<{ holds: boolean; evidence: string }>, root: string) {
  try {
    const { holds, evidence } = await find(root)
    return { status: holds ? ('pass' as const) : ('fail' as const), evidence }
  } catch (error) {
    return { status: 'fail' as const, evidence: `Looking went wrong: ${String(error)}` }
  }
}

function testsPart({ file, titles }: ProvingTests, ran: readonly RanTest[]): Omit<Part, 'how'> {
  const own = ran.filter((one) => one.file === file)
  const wrong = titles.flatMap((title) => {
    const found = own.filter((one) => one.title.startsWith(title))
    if (found.length === 0) return [`did not run: ${title}`]
    return found.filter(({ status }) => status !== 'passed').map((one) => `${one.status}: ${one.title}`)
  })
  if (wrong.length > 0) return { status: 'fail', evidence: `${file}: ${wrong.join('; ')}` }
  const count = own.filter((one) => titles.some((title) => one.title.startsWith(title))).length
  return { status: 'pass', evidence: `${count} of ${count} tests hold in ${file}: ${titles.join('; ')}` }
}
