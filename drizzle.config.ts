import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/db/schema/*.ts',
  // the gate generates into a copy, to see whether a migration is missing
  out: process.env.MIGRATIONS ?? './migrations',
})
