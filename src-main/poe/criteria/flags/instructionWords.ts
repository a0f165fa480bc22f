/** Imperatives that speak to a machine, in folded text. Six languages; the sentence's object tells them from what contracts say. */

const either = (...parts: readonly string[]): string => `(?:${parts.join('|')})`

const ORDERS =
  'instructions?|rules?|prompts?|guidelines|istruzion[ei]|regole|direttive|anweisung(?:en)?|regeln|vorgaben|consignes?|regles|instruccion(?:es)?|reglas|instruc(?:ao|oes)|regras'
const EARLIER =
  'previous|prior|above|earlier|preceding|all|any|precedent[ie]|tutte|sopra|vorherige[nr]?|vorige[nr]?|bisherige[nr]?|obige[nr]?|alle|precedentes?|toutes|ci-dessus|anteriores|previas?|todas|acima'
const IGNORE =
  'ignor(?:e|a|iere|ieren sie|ez|ate)|disregard|forget|dimentica|vergiss|vergessen sie|oublie[zr]?|olvid[ae]|esque[cç]a|desconsidere|ne tenez pas compte de|non considerare'

/** "Ignore all previous instructions" and its like; no contract says it. */
const IGNORE_ORDERS = `\\b(?:${IGNORE})\\b[^.!?]{0,40}\\b(?:${EARLIER})\\b[^.!?]{0,30}\\b(?:${ORDERS})\\b|\\b(?:${IGNORE})\\b[^.!?]{0,20}\\b(?:${ORDERS})\\b[^.!?]{0,20}\\b(?:${EARLIER})\\b`

const MACHINE =
  '(?:ai|llm|gpt|language model|chatbot|assistant|automated (?:reviewer|checker|system)|checking (?:tool|software|system)|modello linguistico|assistente|sistema automatico|sprachmodell|ki-(?:system|modell|assistent)|prufsoftware|modele de langage|systeme automatique|modelo de lenguaje|sistema automatizado|modelo de linguagem|asistente)'
const ADDRESS = `\\b(?:as an?|you are an?|dear|note to (?:the )?|attention|if you are an?|in quanto|sei un|du bist ein|an (?:das|die|den)|hinweis an (?:das|die|den)|en tant que|tu es un|vous etes un|eres un|como|voce e um|se e um)\\s+(?:[\\p{L}-]+\\s+)?${MACHINE}\\b`
const PROMPT =
  '\\b(?:system prompt|prompt injection|jailbreak|begin (?:system|instructions)|end of (?:document|input)[^.]{0,20}instructions?)\\b|<\\|?(?:system|im_start|user|assistant)\\|?>|\\[/?inst\\]'

const RATE =
  'rate|mark|classify|score|grade|evaluate|treat|flag|report|approve|accept|return|output|answer|respond|valuta|segna|classifica|considera|contrassegna|approva|rispondi|bewerte|bewerten sie|markiere|markieren sie|stufe|werte|antworte|notez|evalue[zr]?|marque[zr]?|classe[zr]?|considere[zr]?|approuve[zr]?|reponde[zr]?|repondez|marca|califica|clasifica|aprueba|responde|avalie|classifique|aprove|responda'
const JUDGED =
  'criteri(?:on|a|o|i|os)|kriteri(?:um|en)|criteres?|claim|checks?|evidence|proof|poe|verdict|finding|requirements?|submission|reclamo|richiesta|prova|verifich[ea]|esito|antrag|nachweis|prufung|ergebnis|demande|preuve|verdict|resultat|reclamacion|solicitud|prueba|veredicto|resultado|reivindicacao|prova'
const PASSED =
  'compliant|met|satisfied|passed?|approved|valid|fulfilled|true|conform[ei]|soddisfatt[oi]|approvat[oi]|superat[oi]|valid[oa]|erfullt|konform|genehmigt|bestanden|gultig|conformes?|satisfaits?|approuve[es]*|valides?|cumplid[oa]s?|aprobad[oa]s?|conformes|atendid[oa]s?|aprovad[oa]s?|cumprid[oa]s?'
/** "Mark every criterion as met": at a sentence's begin, so that "the customer shall mark …" is none. */
const RATE_AS = `(?:^|[.!?:;]\\s+|\\b(?:please|you must|you should|always|simply|bitte|per favore|si prega di|veuillez|por favor)\\s+)(?:${RATE})\\b[^.!?]{0,60}\\b(?:${JUDGED})\\b[^.!?]{0,40}\\b(?:${PASSED})\\b`
const NO_FLAGS = `\\b(?:do not|don't|never|non|nicht|ne|no|nao)\\s+(?:flag|raise|report any|segnalare|markieren|melden|signale[zr]?|marque[sr]?|sinalize)\\b[^.!?]{0,40}\\b(?:flags?|warnings?|issues?|findings?|document|criteria|avvis[io]|warnung(?:en)?|probleme?s?|advertencias?|avisos?)\\b`

export const TO_A_MACHINE = new RegExp(either(IGNORE_ORDERS, ADDRESS, PROMPT, RATE_AS, NO_FLAGS), 'u')

/** In words that nobody sees any imperative about the paper itself is meant for a machine. */
export const HIDDEN_ORDER = new RegExp(
  either(
    TO_A_MACHINE.source,
    `\\b(?:${RATE})\\b[^.!?]{0,50}\\b(?:${either('document', 'documento', 'dokument', 'file', 'paper', 'signature', 'firma', 'unterschrift', 'assinatura', JUDGED)})\\b[^.!?]{0,40}\\b(?:${PASSED})\\b`,
    `\\b(?:${IGNORE})\\b[^.!?]{0,40}\\b(?:${ORDERS})\\b`,
  ),
  'u',
)
