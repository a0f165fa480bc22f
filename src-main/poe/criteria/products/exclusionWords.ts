/** How papers say that something is no part of the work; folded, parts of regular expressions. */
export const EXCLUSIONS: readonly string[] = [
  // English
  '(?:out of|not in|not within|outside(?: of)?|beyond)(?: the)? scope|exclud(?:ed|es|ing)|(?:is|are|was|were|being) not (?:included|part|covered|in scope|deployed|migrated|foreseen|planned|provided|affected|addressed|subject)|not (?:part of|included|covered)|(?:does|do|shall|will) not (?:include|cover|extend|comprise|encompass|apply|form part)|will not be|(?:will|shall|do|does) not (?:touch|work on|deal with|address)|remains? (?:the responsibility of|with) the (?:client|customer)|(?:no|any) (?:work|works|services?|activit(?:y|ies)|tasks?) (?:on|for|with|regarding|relating to|concerning) [^.;]{2,60} (?:is|are|were|was|will be) (?:not )?(?:foreseen|included|planned|provided|performed|in scope|part)',
  // German
  '(?:nicht|weder) (?:\\p{L}+ ){0,2}?(?:bestandteil|enthalten|umfasst|gegenstand|teil|inbegriffen|inkludiert|eingeschlossen|abgedeckt|geschuldet|vorgesehen|beauftragt)|nicht (?:zum|im) (?:\\p{L}*umfang|auftrag)|(?:umfasst|beinhaltet|betrifft|berucksichtigt)(?: jedoch| aber)? nicht|kein(?:e|en)? (?:bestandteil|teil|gegenstand)|keine (?:leistung(?:en)?|arbeiten|tatigkeiten|aufgaben) (?:zu|an|fur|im|rund|in)|kein(?:e|erlei) (?:\\p{L}+ ){0,2}(?:arbeiten|leistungen|tatigkeiten|massnahmen|eingriffe)|(?:ver)?bleib(?:t|en) (?:\\p{L}+ ){0,3}(?:zustandigkeit|verantwortung)|ausgenommen|ausgeschlossen|ausgeklammert|ausser ?halb (?:des|dieses) (?:\\p{L}*umfangs|auftrags)',
  // Italian
  "(?:resta|restano|rimane|rimangono) (?:a carico|di competenza|in capo)|non (?:si interviene|si interverra|verra(?:nno)? (?:svolt|eseguit|effettuat)[oaie])|esclus[oaie]|escludono|esclude|non (?:(?:e |sono |sara |saranno |viene |vengono )?(?:compres|ricompres|inclus|previst|contemplat)[oaie]|comprende|comprendono|include|includono|prevede|rientra|rientrano|riguarda|riguardano|copre|fa parte|fanno parte|e oggetto|sono oggetto)|fuori (?:dall'?)?(?:ambito|dal perimetro|perimetro|scope|contratto|capitolato)|nessun(?:a)? (?:attivita|intervento|lavorazione|servizio) (?:su|sul|per|relativ[oa])",
  // French
  "n'interv(?:enons|ient|iendra|iendrons) pas|(?:reste|restent) a la charge|exclu(?:s|e|es|ent|t)?|hors (?:du |de )?(?:perimetre|champ|prestation|scope|mission|contrat|forfait)|ne (?:comprend|comprennent|fait|font|couvre|couvrent|porte|portent|concerne|concernent|sont|est|sera|seront|prevoit|prevoient) pas|n'(?:est|inclut|incluent|englobe|entre|entrent) pas|non (?:compris|inclus|prevu|couvert)(?:e|es|s)?|aucun(?:e)? (?:intervention|prestation|action|tache|travail|travaux) (?:sur|pour|relati(?:f|ve)|concernant)",
  // Spanish
  'no se (?:actuara|intervendra|realizar\\p{L}*|ejecutar\\p{L}*|abordar\\p{L}*)|(?:sigue|siguen|queda|quedan) a cargo del (?:cliente|contratante)|excluid[oa]s?|excluy(?:e|en|endo)|quedan? fuera|no (?:se )?(?:incluye|incluyen|forma|forman|comprende|comprenden|contempla|contemplan|preve|preven|abarca|abarcan|cubre|cubren)|no esta(?:n)? (?:incluid|comprendid|contemplad|previst)[oa]s?|fuera d(?:el|e) (?:alcance|ambito|objeto)|ningun(?:a)? (?:actuacion|trabajo|tarea|servicio|actividad) (?:en|sobre|de|relativ[oa])|sin incluir',
  // Portuguese
  'nao (?:havera|se realizara|se executara|sera(?:o)? (?:realizad|executad|prestad|feit)[oa]s?)|(?:continua|permanece|fica)(?:m)? a cargo d[oa] (?:cliente|contratante)|excluid[oa]s?|exclui|excluem|excluindo|nao (?:se )?(?:inclui|incluem|faz|fazem|abrange|abrangem|integra|integram|preve|preveem|contempla|contemplam|compreende|compreendem|cobre)|nao (?:esta|estao|sera|serao|e|sao) (?:incluid[oa]s?|contemplad[oa]s?|previst[oa]s?|objeto|parte)|fora d[oea] (?:ambito|escopo|objeto|contrato)|nenhum(?:a)? (?:atividade|trabalho|servico|intervencao) (?:em|no|na|sobre|de|relativ[oa])|sem incluir',
  // Dutch
  '(?:valt|vallen|blijft|blijven)?\\s?buiten (?:de |het )?(?:scope|opdracht|bereik|kader|beschouwing|reikwijdte)|niet (?:inbegrepen|opgenomen|begrepen|voorzien|meegenomen|in scope|binnen|onder)|(?:maakt|maken) geen (?:deel|onderdeel)|geen (?:deel|onderdeel) (?:uit|van)|(?:wordt|worden) (?:er )?niet (?:gewerkt|uitgevoerd|aangepast)|(?:blijft|blijven) de verantwoordelijkheid|valt niet|uitgesloten|uitgezonderd|omvat(?:ten)? (?:niet|geen)|geen (?:werkzaamheden|diensten|activiteiten) (?:aan|voor|rond|met)',
  // Polish
  '(?:nie|nie sa|nie jest) (?:wchodz[ia]|obejmuj[ea]|objet[aey]|zawiera(?:ja)?|dotycz[ya]|stanowi[a]?|przewiduje(?: sie)?|przewidziano|uwzglednia|wliczon[aeoy])|nie (?:beda|bedzie) (?:prowadzon|wykonywan|realizowan)\\p{L}*|pozostaj(?:e|a) (?:po stronie|w gestii)|poza (?:zakresem|przedmiotem|umowa)|wylaczon[aey] (?:sa|jest|z zakresu)|(?:sa|jest|zostaja|zostaje) wylaczon[aey]|wylacza sie|z wylaczeniem|wykluczon[aeoy]',
]

/** Each with what stands before it in Japanese, which puts no spaces. */
export const JAPANESE_EXCLUSIONS: readonly string[] = [
  '対象外',
  '範囲外',
  '適用外',
  '含まない',
  '含まれない',
  '含みません',
  '含まれません',
  'を除く',
  'を除き',
  '除外',
  '対象としない',
  '対象とはしない',
  '行わないもの',
  '手を加えない',
  '実施しない',
  'の責任範囲とし',
]

/** In headings nouns tell as well; in sentences "exclusions" may be settings of a product. */
export const EXCLUSION_HEADINGS: readonly string[] = [
  'exclu\\p{L}*|out of scope|(?:what is )?not (?:included|covered|in scope)|limits? of scope',
  'abgrenzung|was nicht|nicht (?:enthalten|bestandteil|umfasst|inbegriffen|im \\p{L}*umfang)|ausgeschlossen\\p{L}*|ausschlusse|ausgenommen',
  'esclus\\p{L}*|fuori (?:ambito|perimetro|scope)|(?:attivita |servizi |voci )?non (?:compres|inclus|previst)\\p{L}*',
  'hors (?:perimetre|champ|prestation|mission|scope)|non (?:compris|inclus|prevu)\\p{L}*|ne sont pas (?:compris|inclus)|ce qui n.est pas',
  'lo que (?:no|queda)|o que (?:nao|fica)|fuera d\\p{L}* (?:alcance|ambito)|no (?:se )?inclu\\p{L}*|fora d\\p{L}* (?:ambito|escopo)|nao (?:esta\\p{L}* )?inclu\\p{L}*',
  'wat (?:er )?niet|czego nie|buiten (?:de )?(?:scope|opdracht)|uitsluiting\\p{L}*|uitgesloten|niet inbegrepen|poza zakresem|wylaczeni\\p{L}*|nie obejmuje',
]

export const EXCEPTION: readonly string[] = [
  'with the exception of|except(?:ing)?(?: for)?|apart from|other than',
  'mit ausnahme (?:von|der|des)|abgesehen von|ad eccezione (?:di|del|della)|a eccezione di|eccetto|tranne',
  "a l'exception d[eu']|hormis|a excepcion de|excepto|salvo (?:el|la|los|las)|a excecao d[eoa]|com excecao d[eoa]|exceto",
  'met uitzondering van|behalve|z wyjatkiem|oprocz',
]
