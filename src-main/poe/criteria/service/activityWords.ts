import type { Activity } from '../../../../src-preload/contract/vocabulary/words.ts'

/**
 * Beginnings of words for concrete work, folded, in English, Italian, German, French, Spanish and Portuguese. A word that
 * only names a relation (support, consulting) is in VAGUE and never enough.
 */
const USAGE =
  'migr(?:at|az|ac|ier|ar|ad|o\\b|am|e[rsz]?\\b|u) deploy deploi desplieg despleg implement implant einfuhr eingefuhrt einricht eingericht inbetriebnahm ' +
  'configur konfigur parametri paramet instal schul(?:t|ung|en) geschult train trein addestr forma(?:zione|tion|cion|cao|to|ti|r|dos?|das?)\\b formiamo capacit adopt ' +
  'adoption adozion adopcion adocao rollout roll-out rolled ausgerollt ausroll onboard enrol anbind angebund aufbau aufgebaut ubernahm ubernomm einweis eingewiesen unterw[ie]+s ' +
  'affianc avvi(?:o|a|ato)\\b parametr integrat integraz integrac integrier schnittstell customi[sz] personali[sz]z anpass angepasst develop svilupp entwick desarroll desenvolv ' +
  'automat automatis cutover cut-over go-live produktivstart bascul traslad impart(?:ier|id|ir|io) ministr(?:ad|ou|ar) ' +
  'monitor uberwach betreut beobacht moved\\b moving\\b umstell umgestell uberfuhr trasfer transfer ' +
  'built\\b build(?:ing)?\\b created?\\b creazion crea(?:t|c|n|r|mos|do)\\w* erstell set-up introduc introduz introdu(?:it|ct) einspiel harden hart(?:et|en|ung)\\b tuned\\b ' +
  'publish(?:ed|ing) pubblica(?:t|zione) veroffentlich publie publica(?:d|r|c) workshop connect(?:ed|s|ing)\\b collega optimi predispo allesti abilit activ(?:ates?|ation|ated|acion|acao|amos|ar)\\b attivaz attiva\\b aktivier ' +
  'inricht ingericht uitrol uitgerold geconfigureerd overgezet ingebruikname wdroz wdraz szkolen uruchom'
const PRESALES =
  'assess assessment bewert evaluat evaluac evaluaz valutaz avaliac avalia demonstrat demo\\b demos\\b dimostra vorfuhr vorgefuhrt demonstra demostr ' +
  'poc\\b machbarkeit workshop proposal fit-gap sizing comparison compar(?:ed|ison|ativ|aison|azione|acion) confront verglich vergleich ' +
  'lizenzberat recommend empfehl empfohl raccomand recommand recomend pre-?sales prevendit prevent(?:a|e)\\b ' +
  'analis analys anforderungs auswahl\\w* selection scelta choix eleccion escolha proof-of-concept pilot  '
const REVENUE =
  'influenc recommend empfehl empfohl raccomand recommand recomend select(?:ed|ion) auswahl ausgewahlt scelt choix choisi eleccion elegid escolh demonstrat dimostra demonstra demostr vorfuhr vorgefuhrt compar vergl confront ' +
  'assess bewert evaluat valutaz evaluac avalia proposal isv'

/** German nouns that other nouns are put before: "Anwenderschulung", "Mandantenumstellung". */
const COMPOUNDS =
  /(?:schulung|einfuhrung|migration|umstellung|einrichtung|konfiguration|installation|anbindung|einweisung|schnittstelle)/gu
/** Japanese knows no spaces between words. */
const JAPANESE_WORK = /導入|移行|構築|設定|展開|研修|トレーニング|運用支援/gu

const starts = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.trim().split(/\s+/u).join('|')})`, 'gu')

/** Splitting at spaces would cut phrases, so phrases are listed apart. */
const PHRASES: Readonly<Record<Activity, string>> = {
  USAGE:
    'fuhr(?:t|te|en|ten)\\b[^.;]{3,80}? ein\\b|richt(?:et|ete|en|eten)\\b[^.;]{3,80}? ein\\b|roll(?:t|te|en|ten)\\b[^.;]{3,80}? aus\\b|(?:stell|pass|bau|bind)(?:t|te|en|et)\\b[^.;]{3,80}? (?:um|an|auf)\\b|mise (?:en|a) (?:place|service|oeuvre|production)|puesta en marcha|entrada em producao|managed services?|set up|change management|put into (?:use|operation|service)',
  PRESALES:
    'proof of concept|business case|gap analysis|licen[cs]\\w* advi\\w*|prova di concetto|prueba de concepto|prova de conceito|requirements? (?:workshop|analysis)',
  REVENUE_ASSOCIATION: 'proof of concept',
}

export const ACTIVITY_WORDS: Readonly<Record<Activity, readonly RegExp[]>> = {
  USAGE: [starts(USAGE), new RegExp(PHRASES.USAGE, 'gu'), COMPOUNDS, JAPANESE_WORK],
  PRESALES: [starts(PRESALES), new RegExp(PHRASES.PRESALES, 'gu')],
  REVENUE_ASSOCIATION: [starts(REVENUE), new RegExp(PHRASES.REVENUE_ASSOCIATION, 'gu')],
}

export const VAGUE =
  /(?<![\p{L}])(?:support|consult|beratung|unterstutz|assist|consulenz|conseil|accompagn|asesor|soporte|apoyo|apoio|suporte|services?\b|servizi\b|servicios?\b|servicos?\b|dienstleist|leistungen|prestation)/u

/** Plans for a day that may never come. */
export const FUTURE =
  /(?<![\p{L}])(?:optional|on request|if required later|future phases?|may later|opzional|in futuro|auf wunsch|kunftig|spater\w* moglich|en option|ulterieur|opcional|en el futuro|futuramente|no futuro)/u

/** Lines of prices, terms and the customer's own duties; they use words of work without telling any. */
export const NO_WORK =
  /(?<![\p{L}])(?:invoice|payable|price|fee|hourly rate|prezz|corrispettiv|fattur|vergut|rechnung|preis\b|preise\b|honorar|stundens|prix|factur|tarif|precio|honorario|faturad|preco|valor mensal|confidential|riservat|vertraulich|confidenti|liabil|liable|haft(?:et|ung)|responsab|warrant|gewahr|garanti|gerichtsstand|foro competente|governing law|jurisdic)/u
