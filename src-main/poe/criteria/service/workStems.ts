/** Beginnings of words for concrete work, folded; `\b` ends a word that is whole. A word that only names a relation is in VAGUE. */
export interface WorkStems {
  /** What is done to bring a product into use and keep it there. */
  readonly usage: string
  /** Phrases of it: spaces mean spaces. */
  readonly usagePhrases: readonly string[]
  /** What leads to a purchase. */
  readonly presales: string
  readonly presalesPhrases: readonly string[]
  /** What leads to the choice of one product among others. */
  readonly choice: string
  readonly choicePhrases: readonly string[]
}

const ENGLISH: WorkStems = {
  usage:
    'migrat deploy implement rollout roll-out rolled\\b configur instal train(?:ed|ing|s)?\\b onboard enrol adopt integrat customi[sz] develop automat ' +
    'cutover cut-over go-live hypercare moved\\b moving\\b relocat built\\b build(?:ing)?\\b creat(?:ed?|ing)\\b introduc harden tun(?:ed|ing)\\b publish(?:ed|ing)\\b connect(?:ed|s|ing)\\b ' +
    'optimi activ(?:ated?|ates|ation|ating)\\b set-up setup provision synchroni coach(?:ed|ing)?\\b taught\\b champions?\\b decommission enablement\\b administer(?:s|ed|ing)?\\b ' +
    'monitor(?:ed|ing)\\b import(?:ed|ing)\\b load(?:ed|ing)\\b upgraded\\b converted\\b governance\\b switch(?:ed|ing)\\b design(?:ed|ing)?\\b extended\\b scal(?:e|ed|ing)\\b runbook handover troubleshoot',
  usagePhrases: [
    'set(?:s|ting)? up',
    '(?:is|are|was|were|has been|have been|now) (?:live|operational|in (?:daily )?use|in production|up and running)',
    'mailbox moves|moves? (?:of|to) ',
    'drop-in (?:clinics?|sessions?)|floor ?walking|lunch[ -]and[ -]learn',
    'change management',
    'managed services?',
    'roll(?:s|ing)? out',
    'put into (?:use|operation|service)',
    'brought into (?:use|service)',
    'went live|go(?:es|ing)? live',
    'cut(?:s|ting)? over',
    'hand(?:ed|s|ing)? over',
    'switch(?:ed|es|ing)? (?:over|on|to)',
    'data (?:load|take-?on|conversion)',
    'day-to-day (?:administration|operation)',
  ],
  presales:
    'assess assessment demonstrat demo\\b demos\\b demoed\\b poc\\b evaluat feasib proposal sizing comparison compar(?:ed|ison) recommend pre-?sales fit-gap discovery showcas showed\\b shown\\b envision roi\\b proof-of-concept',
  presalesPhrases: [
    'proof of concept',
    'business case',
    'gap analysis',
    'return on investment',
    'requirements? (?:workshop|analysis)',
    'licen[cs]\\w* (?:advi\\w*|review|guidance|consult\\w*)',
  ],
  choice: 'influenc recommend select(?:ed|ion) chose\\b compar(?:ed|ison) isv\\b',
  choicePhrases: [
    'on (?:\\p{L}+ ){0,3}(?:advice|recommendation)',
    'opted for',
    'decided (?:on|for|in favou?r)',
  ],
}

const ITALIAN: WorkStems = {
  usage:
    'migr(?:az|at|ar|o\\b|iamo|er) sposta(?:t|nd|re|mento|menti) trasferi trasloc trasloc riversa(?:t|re|mento) configur install instal parametr formazione\\b formato\\b formati\\b formata\\b formare\\b formera formiamo addestr ' +
    'affianc avvi(?:o|a|at[oaie]|amento|are|era)\\b implement introdu(?:z|rr|ce|rre) introdott adozion rilasci(?:o|at) predispo allesti realizza(?:t|zion|re) svilupp integra(?:t|z|re) personali[sz] automat ' +
    'caric(?:at|amento|are)\\b import(?:at[oaie]|azione|are)\\b onboarding attivaz attivat attivare\\b attiva\\b abilit crea(?:t|c|n|r|zion)\\w* collega pubblica(?:t|zione) ottimi dismess dismission ' +
    'monitora progettazion progettat tutor\\w* sportello bonifica(?:t|nd)\\w* coaching presidio\\b istrui(?:sce|re|to|ti) rollout',
  usagePhrases: [
    'mess[aoie] in (?:esercizio|servizio|produzione|opera|linea)',
    'mett(?:e|ere|era) in (?:esercizio|servizio|produzione|funzione)',
    'gestione (?:ordinaria|operativa|sistemistica|corrente|quotidiana|delle utenze)',
    'conduzione (?:operativa|sistemistica)',
    'passaggio di consegne',
    'gestione del cambiamento',
    'session[ei] (?:formativ\\w*|di formazione)',
    'cors[oi] (?:di formazione|per|agli|ai|di)',
    'record mx',
    '(?:e|sono|e stat[oa]) (?:ora |ormai )?operativ[oaie]|in uso (?:da|presso|dal)|(?:lo|la|li) usano|utilizzano (?:ogni|quotidianamente)',
    'passaggio (?:a|al|su) |portat[oaie] (?:\\p{L}+ ){0,2}su |estension[ei] (?:a|di|del) ',
    'registrat[oaie] (?:in|su|nel|nella|con) ',
  ],
  presales:
    'valutaz valutat dimostra prevendit analis raccomand confront fattibilita proposta\\b scelta presentat[oaie]\\b illustrat[oaie]\\b',
  presalesPhrases: [
    'prova di concetto',
    'mostrat[oaie]? (?:a|al|alla|ai|le|la|i|il) |ritorno (?:economico|sull)',
    'studio di fattibilita',
    'consulenza (?:sulle|per le|in materia di) licenze',
    'business case',
  ],
  choice:
    'influenz raccomand confront scelt[oaie]?\\b sceglie preferi(?:to|ta|re|endo) preferend selezion(?:at|e)',
  choicePhrases: ['su (?:indicazione|consiglio|suggerimento|raccomandazione) d'],
}

const GERMAN: WorkStems = {
  usage:
    'migrier migrat einfuhr eingefuhrt einricht eingericht inbetriebnahm inbetriebsetz konfigur install schul(?:t|ung|en|te)\\w* geschult schulungen trainier einweis eingewiesen ausroll ausgerollt rollout umstell umgestellt ' +
    'uberfuhr ubernahm ubernomm umzug umgezogen umzieh aufbau aufgebaut anbind angebund eingebund einbind schnittstell customizing parametrier anpass angepasst entwickel entwickl erstell bereitstell bereitgestellt ' +
    'aufgenommen\\b angelegt anlegen\\b einspiel eingespielt importier eingelesen hart(?:et|en|ung)\\b absicher echtstart produktivstart go-live nachbetreuung multiplikator ausbild ausgebild optimier aktivier ' +
    'uberwach betreib wissenstransfer datenubernahme umsetz umgesetzt integrier pilotier ablos abgelost veroffentlich automatisier verteilt\\b implementier konzeption konzipier coaching sprechstund ausweit ausgeweitet bereinig beobacht unterw[ie]+s betreut\\b',
  usagePhrases: [
    '(?:fuhr|richt|weis|bind)(?:t|te|et|ete|en|ten|eten)\\b[^.;]{3,80}? ein\\b',
    'roll(?:t|te|en|ten)\\b[^.;]{3,80}? aus\\b',
    '(?:stell|pass|bau|bind)(?:t|te|en|et)\\b[^.;]{3,80}? (?:um|an|auf)\\b',
    'in betrieb (?:genommen|nehmen|gesetzt)|(?:nimmt|nahm) [^.;]{3,60} in betrieb',
    'im (?:einsatz|produktivbetrieb|echtbetrieb)|(?:arbeiten|arbeitet) (?:taglich |nun |jetzt )?(?:damit|mit) |nutzen (?:es |ihn |sie )?(?:taglich|nun|jetzt)',
    'laufende[rn]? betrieb|betrieb (?:von|der|des)',
    'change[ -]management',
  ],
  presales:
    'bewert evaluier vorfuhr vorgefuhrt vorstell vorgestellt gezeigt renditerechn amortisation machbarkeit lizenzberat empfehl empfohl verglich vergleich auswahl\\w* anforderungs bedarfsanalys potenzialanalys wirtschaftlichkeit konzeptnachweis angebotserstell',
  presalesPhrases: ['beratung (?:zu|zur|bei) (?:den |der )?lizenz\\p{L}*'],
  choice: 'empfehl empfohl auswahl ausgewahlt vergl entschied\\b entschieden\\b',
  choicePhrases: ['auf (?:empfehlung|anraten|rat) '],
}

const FRENCH: WorkStems = {
  usage:
    'migr(?:at|e|ee|es|ees|er|ation|ons)\\w* bascul deploi deploy instal parametr configur formation\\b formations\\b formera\\b formees?\\b integr(?:at|e|er|ation)\\w* developp automatis personnalis adoption infogerance ' +
    'enrol activation activ(?:er|ee?s?|ons)\\b creat cre(?:e|es|ee|ees|er)\\b bati(?:e|r|s|es)?\\b construi transfer raccord rattach gouvernance conception\\b concu(?:e|es|s)?\\b coaching tutorat tutoriel permanences?\\b nettoy durciss generalis publie optimis import(?:e|es|ee|ees|er|ation)\\b ' +
    'supervis demarrage mutualis introdui introduct implement rollout',
  usagePhrases: [
    'mis(?:e|es)? (?:en|a) (?:place|service|oeuvre|production|conformite|niveau)',
    'met(?:tre|tra|s|tons)? (?:en|a) (?:place|service|oeuvre|production)',
    'conduite du changement',
    'prise en main',
    "(?:est|sont) (?:desormais |maintenant )?(?:operationnel|en (?:service|production|usage))\\p{L}*|l'utilisent|utilisent (?:chaque|quotidiennement|desormais)",
    'fait passer|passage (?:a|vers|sur) |extension (?:a|de|du) ',
    'transfert de competences',
    'reprise d(?:e|es|u) (?:donnees|boites|tiers|agendas|calendriers|fichiers|historique|comptes)',
    '(?:ont ete|a ete|avons|ont|y ont ete) repris',
    'gestion (?:courante|quotidienne)',
    'maintien en condition operationnelle|tierce maintenance',
    'services? manages?',
    '(?:et|nous|avons|ont|puis|a) form(?:e|ent|ons)\\b|form(?:e|ent|er) (?:ses|les|des|deux|trois|nos|vos|leurs|\\d+) ',
  ],
  presales:
    'evaluat evalue demonstrat faisabilite preconis recommand compar(?:aison|atif|e)\\w* rentabilite choix audit\\w* maquett avant-vente',
  presalesPhrases: [
    'preuve de concept',
    '(?:ete|a|ont|avons) (?:montre|presente)\\p{L}*|retour sur investissement',
    'etude (?:de|d|prealable|comparative)',
    'conseil (?:en|sur les) licences?',
    'support prevente',
    '(?:a|ont|avons) presente',
  ],
  choice: 'influenc recommand preconis choix choisi prefere compar',
  choicePhrases: [
    'sur (?:la )?(?:recommandation|proposition) d',
    'sur (?:le |les )?conseils? d',
    'opte pour',
    '(?:a|ont|avons) retenu',
  ],
}

const SPANISH: WorkStems = {
  usage:
    'migr(?:ac|ad|ar|o\\b|aron|amos) traslad desplieg despleg implant implement instal configur parametriz capacit formacion\\b impart volc(?:o|aron|ad|ar) cargaron\\b integr(?:ac|ad|ar|o\\b) desarroll ' +
    'automatiz personaliz adopcion arranque activ(?:acion|ar|aron|o\\b|ado|ada|amos) creacion crear\\b crearon creado creada constru(?:y|cc|id|ir) traspas disen(?:o|ar|aron|ad)\\w* tutori consultorio depur coaching gobernanza monitoriz entren rollout sincroniz public(?:ad|ar|aron) optimi ' +
    'enrol introdu(?:c|j) despligue adiestr conect(?:ad|ar|aron)',
  usagePhrases: [
    'puest[ao]s? en (?:marcha|produccion|servicio|funcionamiento)',
    '(?:puso|pusieron|pone|pondra|poner|pusimos) en (?:marcha|produccion|servicio|funcionamiento)',
    'gestion del cambio',
    '(?:esta|estan) (?:ya )?(?:operativ[oa]s?|en (?:uso|produccion|servicio|funcionamiento))|(?:lo|la|los) (?:usan|utilizan)',
    '(?:ha|han|hemos) pasado|(?:paso|pasaron|pasar) (?:\\p{L}+ ){0,3}a |extension (?:a|de) ',
    'servicios? (?:gestionado|administrado)s?',
    'carga (?:inicial |masiva )?de (?:datos|clientes|maestros|cuentas|articulos|catalogos)',
    'altas? de usuarios',
    'formacion de (?:usuarios|formadores|administradores)',
    'form(?:a|o|ar|ara|aron|amos) (?:a|al) (?:los |las |sus |dos |tres |\\d+ )?\\p{L}+',
    'se inscribieron|inscripcion de (?:los )?(?:equipos|dispositivos|portatiles|moviles)',
    'recuperacion de (?:calendarios|datos|buzones)',
  ],
  presales:
    'evaluac evaluo demostr prevent(?:a|e)\\b recomend comparativ comparacion viabilidad eleccion propuesta\\b presento\\b presentacion presentaron diagnostic',
  presalesPhrases: [
    'prueba de concepto',
    'mostr(?:o|aron|amos|ado) |retorno de la inversion',
    'caso de negocio',
    'asesor\\p{L}* (?:de|en|sobre)(?: las)? licencias',
    'analisis de (?:requisitos|necesidades|viabilidad)',
  ],
  choice: 'influ(?:y|enc) recomend eligio\\b elegid elegir\\b eleccion escogi selecciono prefiri compar',
  choicePhrases: ['por (?:recomendacion|consejo|indicacion) d', 'opto por', 'se decanto por'],
}

const PORTUGUESE: WorkStems = {
  usage:
    'migr(?:ac|ad|ar|ou|amos|aram) transferi(?:mos|u|r|d|ram)\\w* implant implement instal configur parametriz parametrizac capacita treina ministr carreg(?:ou|aram|amento|ad) integra(?:c|d|r|ram) desenvolv automatiz personaliz adocao ' +
    'rollout criacao criar\\b criou\\b criad recriac construi montad montagem ativacao ativar\\b ativou ativaram ativad repass(?:e|ou|ad)\\w* sustentacao governanca monitora homologac publica(?:d|r|c) otimi sincroniz introduz conect(?:ad|ar|ou) formacao\\b formandos',
  usagePhrases: [
    '(?:entrada|entrou|entraram|entrar|colocad[oa]s?|colocacao|posto) em (?:producao|operacao|funcionamento|servico)',
    'gestao d[ae] mudancas?',
    'operacao assistida',
    '(?:esta|estao) (?:ja )?(?:em (?:uso|producao|operacao)|operaciona\\p{L}*)|(?:o|a|os|as) utilizam',
    'passar(?:am|emos|ao) [^.;]{2,50} para |passagem para |(?:expansao|extensao) (?:a|ao|de|do) |plantao de duvidas|desenho d[eo]',
    'servicos? gerenciados?|servicos? geridos?',
    'carga (?:inicial )?de (?:dados|cadastros|clientes)',
    'virada|go-live',
    'arranque',
    '(?:foram|foi|sao|serao) registrad[oa]s? n[oa]',
  ],
  presales:
    'avaliac avaliou demonstr(?:ac|ou|ad|ar) prevend apresentou apresentac recomend comparativ viabilidade escolha proposta\\b diagnostic',
  presalesPhrases: [
    'prova de conceito',
    'mostr(?:ou|amos|aram) |retorno d[oe] investimento',
    'caso de negocio',
    '(?:consultoria|assessoria|orientacao) (?:de|em|sobre) licenciamento',
    'levantamento de (?:requisitos|necessidades)',
    'pre-venda',
  ],
  choice: 'influenci recomend escolh selecionou prefer(?:iu|id) compar',
  choicePhrases: ['por (?:indicacao|recomendacao|sugestao) d', 'optou por'],
}

const DUTCH: WorkStems = {
  usage:
    'migr(?:at|er|eer)\\w* gemigreerd overgezet overzett overzet\\w* overgebracht overbreng verhui(?:s|z) inricht\\w* ingericht invoer(?:en|ing|t)\\b ingevoerd uitrol\\w* uitgerold installe geinstalleerd instal configur geconfigureerd ' +
    'opleid\\w* opgeleid train(?:t|en|ing|ingen|er)?\\b getraind opgenomen ingebruikname adoptie\\w* begeleidt\\b begeleiden\\b aangemaakt aanmaken\\b aangepast opgezet opzetten ingelezen inlezen conversie\\w* geconverteerd koppel(?:ing|en|t)\\w* gekoppeld ' +
    'integr geintegreerd ontwikkel nazorg livegang geactiveerd activer beveilig gerealiseerd gebouwd implement geimplementeerd uitgefaseerd ontwerp ontworpen coach spreekuur uitbreid uitgebreid overstap overgestap overschakel overgeschakeld opgeruimd opschon geautomatiseerd overdracht gesynchroniseerd importe geimporteerd',
  usagePhrases: [
    '(?:voer|richt|rol|zet|breng)(?:t|de|en|te)?\\b[^.;]{3,80}? (?:in|uit|over|op)\\b',
    'in gebruik (?:genomen|nemen|gesteld)',
    '(?:is|zijn|nu) (?:live|in gebruik|operationeel|in productie)|draait (?:op|bij|in|sinds)|sinds [^.;]{2,30} draait|gebruiken (?:het|dit|ze) dagelijks',
    '(?:functioneel|technisch|dagelijks) beheer|beheer van|in beheer',
    'leidt [^.;]{3,80} op\\b',
    'verandermanagement',
    'aanpassen van',
  ],
  presales:
    'haalbaarheid gedemonstreerd demonstrat gepresenteerd presentatie licentieadvies businesscase inventaris(?:atie|eer) beoordel vergelek vergelijk getoond terugverdien aanbevol aanbevel',
  presalesPhrases: ['advies (?:over|inzake) licenties', 'proof of concept', 'business case'],
  choice: 'geadviseerd aanbevol aanbevel gekozen koos\\b geselecteerd vergelek vergelijk',
  choicePhrases: ['op (?:advies|aanbeveling|aanraden) van'],
}

const POLISH: WorkStems = {
  usage:
    'wdroz wdraz migrac zmigrow migrow przenies przenosz przenios przeniesi instal zainstal konfigur skonfigur parametryz szkol(?:en|i|ic|ono)\\w* przeszkol uruchom uruchami urucham rejestracj zarejestr zbudow budow(?:a|ie|y)\\b ' +
    'utworz tworzen\\w* administrow utrzyman asyst nadzor integr zintegr dostosow rozbudow automatyz zautomatyz import(?:u|em)?\\b zaimport wczyt odtworz odtwarz adopcj zabezpiecz wprowadz ' +
    'podlacz przestaw przelacz uporzadkow zaprojektow projektowan rozszerz coach dyzur skonsolid wlacz(?:en|on)\\w* obsluzon',
  usagePhrases: [
    'zakladani\\p{L}* kont',
    '(?:dziala|dzialaja) (?:juz )?(?:w|od|produkcyjnie)|korzysta(?:ja)? z |jest (?:juz )?uzywan\\p{L}*',
    'administrac\\p{L}* (?!publiczn)',
    'przekazani\\p{L}* (?:do|dokumentacji|wiedzy)',
    'przekazal\\p{L}* dokumentacj\\p{L}*',
    'start(?:u|em)? (?:produkcyjn\\p{L}*|systemu)',
    'zarzadzani\\p{L}* zmiana',
    'objet\\p{L}* (?:\\p{L}+ ){0,2}zasadami',
    'warsztat\\p{L}* dla',
    'zmiana rekordow',
  ],
  presales:
    'wykonalnosc prezentac zaprezentow demonstrac rekomend ocen(?:a|y|iono)\\b porownan porownaw oplacalnosc przedwdrozen pilotaz\\w*',
  presalesPhrases: [
    'studium wykonalnosci',
    'pokazan\\p{L}*|pokazal\\p{L}*|zwrot\\p{L}* z inwestycji',
    'doradztw\\p{L}* licencyjn\\p{L}*',
    'dowod koncepcji',
    'analiz\\p{L}* (?:potrzeb|wymagan|oplacalnosci)',
    'przedstawil\\p{L}* [^.;]{3,60} (?:podczas|na) ',
  ],
  choice: 'rekomend wybral porownan',
  choicePhrases: ['z rekomendacji', 'za rada', 'zdecydowal\\p{L}* sie na'],
}

/** English last: its short words are tried after longer ones of others. */
export const WORK_STEMS: readonly WorkStems[] = [
  ITALIAN,
  GERMAN,
  FRENCH,
  SPANISH,
  PORTUGUESE,
  DUTCH,
  POLISH,
  ENGLISH,
]

/** Words that papers of either kind use: alone they make a sales talk no use, and a rollout no sales talk. */
export const OF_EITHER =
  'fit-gap workshops? pilot\\w* atelier(?:s)? taller(?:es)? warsztat\\w* anforderungsanalys\\w* prozessaufnahm\\w* analys[ei]\\w* analis\\w* analiz\\w* analyse\\w* proposal\\w* selection auswahl\\w* present\\w*'

/** As papers write them; Japanese puts no spaces between words. */
export const JAPANESE_WORK = {
  usage:
    '導入 移行 構築 設定 展開 研修 トレーニング 運用代行 運用支援 運用管理 教育 説明会 講習会 登録し を適用し 定着 本稼働 カスタマイズ 開発 連携 切替 切り替え 取込 取り込 受入テスト 策定 引継 引き継 インストール 実装 セットアップ 配布 配備 アカウント発行 ポリシー変更 マスタ移行 立会 利用を開始 利用開始 運用を開始 稼働 設計 切り替 コーチング 質問会 勉強会 ハンズオン 監視 有効化'.split(
      ' ',
    ),
  presales:
    '概念実証 デモ 提案書 評価 検証 比較検討 アセスメント ワークショップ 助言 費用対効果 投資効果 試算 活用例 お見せ 要件整理 フィージビリティ'.split(
      ' ',
    ),
  choice: '推奨 選定 比較 採用 選択'.split(' '),
} as const
