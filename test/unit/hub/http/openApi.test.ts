import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { ANSWER_SCHEMAS, REQUEST_SCHEMAS } from '../../../../src-main/hub/api/namedSchemas.ts'
import { PROBLEM_CODES } from '../../../../src-main/hub/api/problem.ts'
import { PATH_PARTS, partsOf, ROUTES } from '../../../../src-main/hub/api/routes.ts'
import type { Route } from '../../../../src-main/hub/api/routeShape.ts'
import { openApiDocument, problemCodesOf } from '../../../../src-main/hub/http/openApi.ts'

const text = JSON.stringify(openApiDocument())
const routes = Object.entries<Route>(ROUTES)

describe('the description of the hub’s interface', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const result = await validator.validate(JSON.parse(text) as Record<string, unknown>)
    expect(result.errors ?? []).toEqual([])
    expect([result.valid, validator.version]).toEqual([true, '3.1'])
  })

  it('points to nothing that is not there, and holds no schema that nothing points to', () => {
    const pointed = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    )
    const names = [...Object.keys(REQUEST_SCHEMAS), ...Object.keys(ANSWER_SCHEMAS)]
    expect([...new Set(pointed)].sort()).toEqual(names.sort())
    expect(text).not.toContain('$defs')
  })

  it('names every shape once', () => {
    const schemas = [...Object.values(REQUEST_SCHEMAS), ...Object.values(ANSWER_SCHEMAS)]
    const names = [...Object.keys(REQUEST_SCHEMAS), ...Object.keys(ANSWER_SCHEMAS)]
    expect(new Set(names).size).toBe(names.length)
    for (const [, { body }] of routes) {
      if (body?.mediaType !== 'application/json') continue
      const isOpen = body.schema === ROUTES.putFacts.body.schema
      expect(isOpen || schemas.includes(body.schema ?? schemas[0] ?? (body.schema as never))).toBe(true)
    }
  })

  it('says of every part of every path what may stand there', () => {
    const parts = routes.flatMap(([, { path }]) => partsOf(path))
    expect([...new Set(parts)].sort()).toEqual(Object.keys(PATH_PARTS).sort())
  })

  it('names every problem at some route, but for the one of wrong methods', () => {
    const named = new Set(routes.flatMap(([, route]) => problemCodesOf(route)))
    expect(PROBLEM_CODES.filter((code) => !named.has(code))).toEqual(['method_not_allowed'])
  })

  it('asks for a token wherever somebody in particular may ask', () => {
    const { paths } = JSON.parse(text) as { paths: Record<string, Record<string, { security: unknown[] }>> }
    for (const [, { path, method, callers }] of routes)
      expect({ path, asks: paths[path]?.[method.toLowerCase()]?.security.length }).toEqual({
        path,
        asks: callers === 'anyone' ? 0 : 1,
      })
  })

  it('has one method of one path for each route', () => {
    const places = routes.map(([, { method, path }]) => `${method} ${path}`)
    expect(new Set(places).size).toBe(places.length)
  })
})
