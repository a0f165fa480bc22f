import { type JudgedDocument, linesOf, type Passage } from './text/passages.ts'

/** The parts of Microsoft's form (P-TPL, domain.md section 1.6), each by the labels that stand in it, folded. */
const PARTS = {
  partner:
    /^(?:partner (?:company|organi[sz]ation|name)|(?:azienda|societa|impresa) partner|partner-?unternehmen|partnerfirma|(?:societe|entreprise) partenaire|empresa (?:asociada|socia|parceira|partner)|(?:nombre|nome) (?:del|do) (?:partner|socio|parceiro))\b/u,
  customer:
    /^(?:customer(?:'s)? (?:company|organi[sz]ation|domain|tenant)|(?:azienda|societa) cliente|dominio del cliente|id (?:del )?tenant|kunden-?(?:unternehmen|firma|domain|domane|mandant\p{L}*)|mandanten-?id|(?:societe|entreprise) cliente|domaine du client|id(?:entifiant)? du? (?:tenant|locataire)|empresa cliente|dominio do cliente|id\.? d(?:e|el|o) (?:inquilino|tenant|locatario))\b/u,
  acknowledgment:
    /\b(?:customer acknowledg\p{L}*|(?:conferma|dichiarazione|presa d'atto) del cliente|(?:bestatigung|anerkenntnis) (?:des|durch den) kunden|kundenbestatigung|(?:attestation|confirmation|reconnaissance) du client|(?:conformidad|confirmacion|reconocimiento|acuse) del cliente|(?:confirmacao|declaracao|reconhecimento) do cliente)\b/u,
  activities:
    /\b(?:engagement activit\p{L}*|activities performed|work performed|describe what|attivita (?:svolte|dell'incarico)|durchgefuhrte (?:arbeiten|aktivitaten|leistungen)|activites (?:realisees|menees)|actividades (?:realizadas|del proyecto)|atividades (?:realizadas|do projeto))\b/u,
  workloads:
    /\b(?:workloads?|carichi di lavoro|arbeitslasten|charges de travail|cargas de traba(?:jo|lho)|(?:check|tick) (?:each|every|all)|(?:contrassegnare|barrare|selezionare) |ankreuzen|cocher|marque)\b/u,
} as const

const MOST_WORDS = 14
/** So many lines with a box to tick make a list of workloads, whatever stands over it. */
const FEWEST_BOXES = 4

/**
 * Whether a paper has the layout of the form for proofs (S-79): who the partner and the customer are, each labelled, and two of
 * acknowledgment, activities and workloads to tick. It need not be filled.
 */
export function isPoeForm(document: JudgedDocument): boolean {
  const labels = document.facts.pages
    .flatMap((page) => linesOf(document, page))
    .filter(({ words }) => words.length <= MOST_WORDS)
  const has = (part: RegExp): boolean => labels.some(({ folded }) => part.test(withoutNumber(folded)))
  const boxes = document.facts.pages.reduce((sum, { tickBoxes }) => sum + tickBoxes.length, 0)
  const ticks = document.facts.fields.filter(({ ticked }) => ticked !== null).length
  const others = [
    has(PARTS.acknowledgment),
    has(PARTS.activities),
    has(PARTS.workloads) || Math.max(boxes, ticks) >= FEWEST_BOXES,
  ].filter(Boolean).length
  return has(PARTS.partner) && has(PARTS.customer) && others >= 2
}

/** "2. Customer domain", "Section 2 - Customer acknowledgment". */
const withoutNumber = (folded: Passage['folded']): string =>
  folded.replace(/^(?:section |sezione |abschnitt |seccion |secao )?\d{1,2}(?:\.\d)?[.):]? ?-? ?/u, '')
