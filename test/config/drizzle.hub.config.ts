import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './src-main/hub/store/schema.ts',
  out: './resources/migrations/hub',
})
