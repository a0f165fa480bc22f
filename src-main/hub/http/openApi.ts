import { z } from 'zod'
import { ANSWER_SCHEMAS, REQUEST_SCHEMAS } from '../api/namedSchemas.ts'
import type { ProblemCode } from '../api/problem.ts'
import { PATH_PARTS, partsOf, ROUTES } from '../api/routes.ts'
import type { Route, RouteAnswer } from '../api/routeShape.ts'
import { statusOfProblem } from './problem.ts'

type Json = Record<string, unknown>
type Direction = 'input' | 'output'

const placeOf = (name: string): string => `#/components/schemas/${name}`

/** The interface as OpenAPI 3.1, made of the route table and its schemas. */
export function openApiDocument(): Json {
  const paths: Record<string, Json> = {}
  for (const [name, route] of Object.entries<Route>(ROUTES)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Proofdesk review hub',
      version: '1.0',
      description: 'Keeps claims, gives changes to workstations, decides what their operations do.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    // Relative: the hub does not know by which names it is called.
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { ...componentsOf(REQUEST_SCHEMAS, 'input'), ...componentsOf(ANSWER_SCHEMAS, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}

function operationOf(name: string, route: Route): Json {
  const { summary, callers, body } = route
  return {
    operationId: name,
    summary,
    ...(callers === 'anyone' ? { security: [] } : { security: [{ bearer: [] }], 'x-roles': [...callers] }),
    ...(route.signIn === undefined ? {} : { 'x-only-where-sign-in-is': route.signIn }),
    'x-rate-class': route.rate,
    parameters: parametersOf(route),
    ...(body === undefined
      ? {}
      : {
          'x-max-bytes': body.maxBytes,
          requestBody: {
            required: true,
            content: {
              [body.mediaType]: body.schema === null ? {} : { schema: shown(body.schema, 'input') },
            },
          },
        }),
    responses: { ...answersOf(route), ...problemsOf(route) },
  }
}

function parametersOf({ path, query, headers }: Route): Json[] {
  const inPath = partsOf(path).map((name) => parameter('path', name, partOf(name)))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => parameter('query', name, schema))
  const inHeaders = Object.entries(headers?.shape ?? {}).map(([name, schema]) =>
    parameter('header', name, schema),
  )
  return [...inPath, ...inQuery, ...inHeaders]
}

function partOf(name: string): z.ZodType {
  const part = Object.entries(PATH_PARTS).find(([known]) => known === name)
  if (part === undefined) throw new Error(`No schema says what {${name}} may be`)
  return part[1]
}

function parameter(place: 'path' | 'query' | 'header', name: string, schema: z.core.$ZodType): Json {
  const required = place === 'path' || !z.safeParse(schema, undefined).success
  return { name, in: place, required, schema: schemaOf(schema, 'input') }
}

const answersOf = ({ answers }: Route): Json =>
  Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerOf(answer)]))

function answerOf({ description, schema, mediaType, headers = {} }: RouteAnswer): Json {
  const said = Object.entries(headers).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ])
  const content =
    mediaType === null ? {} : { [mediaType]: schema === null ? {} : { schema: shown(schema, 'output') } }
  return { description, headers: Object.fromEntries(said), ...(mediaType === null ? {} : { content }) }
}

/** Which problems a route may answer with: some follow from what it is, the rest it names. */
export function problemCodesOf({ path, callers, query, headers, body, problems = [] }: Route): ProblemCode[] {
  const codes = new Set<ProblemCode>([...problems, 'too_many_requests', 'internal'])
  if (callers !== 'anyone')
    for (const code of ['unauthenticated', 'forbidden', 'unavailable'] as const) codes.add(code)
  if (partsOf(path).length > 0) codes.add('not_found')
  if (query !== undefined || body !== undefined || headers !== undefined) codes.add('bad_request')
  if (body !== undefined) codes.add('too_large')
  return [...codes]
}

function problemsOf(route: Route): Json {
  const byStatus = Map.groupBy(problemCodesOf(route), statusOfProblem)
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: `Problem: ${codes.join(', ')}.`,
        ...(status === 429
          ? { headers: { 'retry-after': { description: 'Seconds.', schema: { type: 'integer' } } } }
          : {}),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: placeOf('Problem') }, { properties: { code: { enum: codes } } }],
            },
          },
        },
      },
    ]),
  )
}

/** A pointer to the schema where it has a name, else the schema itself. */
function shown(schema: z.ZodType, direction: Direction): Json {
  const names = direction === 'input' ? REQUEST_SCHEMAS : ANSWER_SCHEMAS
  const named = Object.entries(names).find(([, one]) => one === schema)
  return named === undefined ? schemaOf(schema, direction) : { $ref: placeOf(named[0]) }
}

function componentsOf(named: Readonly<Record<string, z.ZodType>>, io: Direction): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { ...settings(io), uri: placeOf })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)]))
}

const schemaOf = (schema: z.core.$ZodType, io: Direction): Json => bare(z.toJSONSchema(schema, settings(io)))

function settings(io: Direction) {
  return {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // Only a strict shape refuses what it does not name; answers may come to say more.
      if (zodSchema instanceof z.ZodObject && zodSchema.def.catchall === undefined)
        delete jsonSchema.additionalProperties
      if (zodSchema instanceof z.ZodFile) Object.assign(jsonSchema, { type: 'string', format: 'binary' })
    },
  } satisfies z.core.ToJSONSchemaParams
}

/** Without the marks of a document of its own: inside this one they would begin another. */
function bare({ $schema: _dialect, $id: _id, '~standard': _standard, ...schema }: Json): Json {
  return schema
}
