import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Command } from '../../scripts/shell.ts'
import { newAccount } from '../support/provider/account.ts'
import { lived } from '../support/provider/lived.ts'
import { type Provider, startProvider } from '../support/provider/server.ts'
import type { Answers } from './account.ts'
import { type Call, run, wranglerOf } from './run.ts'

export const REPORTS: Answers = { '^d1 execute .*--command': [0, '[{"results":[{"n":1}]}]'] }

export const url = 'http://127.0.0.1:8787'

/** An operator's folder of secrets, beside an account that a program has been deployed to. */
export function anOperator() {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
  const account = newAccount()
  let provider: Provider

  beforeAll(async () => {
    provider = await startProvider(account)
  })

  beforeEach(() => {
    lived(account, 'program')
    for (const part of [account.buckets, account.forbidden]) part.clear()
  })

  afterAll(async () => {
    await provider.close()
    rmSync(folder, { recursive: true })
  })

  const given = async (command: Command, args: string[], answers: Answers = {}) => {
    const called: Call[] = []
    const fetched: string[] = []
    const ended = await run(command, args, {
      wrangler: wranglerOf(answers, called),
      env: { SECRETS_FOLDER: folder, HEALTH_WAIT: '1', ...provider.env },
      fetch: async (address, init) => {
        if (String(address).includes('/client/v4/')) return fetch(address, init)
        fetched.push(String(address))
        return Response.json({ version: account.scripts.get('tanggap')?.deployments[0]?.version })
      },
    })
    return { ...ended, called, fetched, lines: called.map((call) => call.args.join(' ')) }
  }

  return { folder, kept: join(folder, 'tanggap.json'), account, given }
}
