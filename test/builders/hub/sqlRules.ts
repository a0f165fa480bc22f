/** What SQL that is to run on a spread-out database may not use (trust.md H2, design.md section 3). */
export interface SqlRule {
  readonly what: string
  readonly pattern: RegExp
  /** One that the pattern must find. */
  readonly sample: string
}

const rule = (what: string, pattern: RegExp, sample: string): SqlRule => ({ what, pattern, sample })

export const FORBIDDEN_SQL: readonly SqlRule[] = [
  rule('advisory locks', /pg_(try_)?advisory_/i, 'select pg_advisory_xact_lock(1)'),
  rule('LISTEN', /\b(un)?listen\s+["*a-z]/i, 'LISTEN claims'),
  rule('NOTIFY', /\bnotify\s+["a-z]|pg_notify/i, 'notify claims'),
  rule(
    'sequences',
    /\b(nextval|setval|currval)\b|\bcreate\s+sequence\b|\b(big|small)?serial\b|pgSequence/i,
    'create table t (id bigserial)',
  ),
  rule(
    'identity columns',
    /\bas\s+identity\b|generated\w+AsIdentity/i,
    'id int generated always as identity',
  ),
  rule('table locks', /\block\s+(table|only)\b/i, 'lock table claims in exclusive mode'),
  rule('deferrable constraints', /\bdeferrable\b|\bset\s+constraints\b/i, 'unique (a) deferrable'),
  rule('exclusion constraints', /\bexclude\s+(using|\()/i, 'exclude using gist (during with &&)'),
  rule('inheritance', /\binherits\s*\(|\bno\s+inherit\b|\binherit\b/i, 'create table t () inherits (claims)'),
  rule('rules', /\bcreate\s+(or\s+replace\s+)?rule\b/i, 'create rule r as on insert to t do nothing'),
  rule(
    'triggers',
    /\bcreate\s+(or\s+replace\s+)?(constraint\s+|event\s+)?trigger\b/i,
    'create trigger t before insert on claims',
  ),
  rule('MERGE', /\bmerge\s+into\b/i, 'merge into claims using other on true'),
  rule('XML', /\bxml(parse|agg|element|forest|table|exists)\b|\bxpath\s*\(|::xml\b/i, "select '<a/>'::xml"),
  rule('recursive queries', /\bwith\s+recursive\b|withRecursive/i, 'with recursive t as (select 1)'),
  rule('grouping sets', /\bgrouping\s+sets\b|\b(rollup|cube)\s*\(/i, 'group by rollup (state)'),
  rule(
    'functions that give something else each time',
    /(?<!Math\.)\b(random|gen_random_uuid|clock_timestamp|timeofday|uuid_generate_v\w+)\s*\(\)|defaultRandom\(/i,
    'update claims set claim_name = random()',
  ),
  rule('temporary tables', /\bcreate\s+(temp|temporary|unlogged)\b/i, 'create temp table t ()'),
  rule('cursors', /\bdeclare\s+\w+\s+.*cursor\b|\bwhere\s+current\s+of\b/i, 'declare c cursor for select 1'),
]

export const breachesOf = (text: string): string[] =>
  FORBIDDEN_SQL.filter(({ pattern }) => pattern.test(text)).map(({ what }) => what)
