import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

/** The last version of this package with a browser from 2018; 34 MB, so nobody installs it by default. */
const PACKAGE = 'chrome-aws-lambda@1.7.0'
const BINARY = 'package/bin/chromium-70.0.3508.0.br'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--remote-debugging-port=0',
  '--lang=id-ID',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** A running Chrome 70 and the address of the one page that it has open. */
export interface OldChrome {
  pageEndpoint: string
  close: () => void
}

export async function startOldChrome(): Promise<OldChrome> {
  const profile = mkdtempSync(join(tmpdir(), 'chrome-70-profile-'))
  const child = spawn(await unpacked(), [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await debuggingPort(child)
  const pages = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()
  return {
    pageEndpoint: pages[0].webSocketDebuggerUrl,
    close: () => {
      child.kill()
      child.once('exit', () => rmSync(profile, { recursive: true, force: true }))
    },
  }
}

async function debuggingPort({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('no output to read the port from')
  for await (const line of createInterface({ input: stderr })) {
    const port = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(line)?.[1]
    if (port) {
      stderr.resume()
      return port
    }
  }
  throw new Error('Chrome 70 did not start')
}

/** Fetched through npm and unpacked once per user; two runs at once never see half a browser. */
async function unpacked(): Promise<string> {
  const home = join(tmpdir(), `chrome-70-${userInfo().uid}`)
  const program = join(home, 'chrome')
  if (existsSync(program)) return program
  const draft = mkdtempSync(`${home}-`)
  execFileSync('npm', ['pack', PACKAGE, `--pack-destination=${draft}`], { stdio: 'pipe' })
  execFileSync('tar', ['-xzf', join(draft, 'chrome-aws-lambda-1.7.0.tgz'), '-C', draft, BINARY])
  mkdirSync(join(draft, 'out'))
  const packed = await readFile(join(draft, BINARY))
  writeFileSync(join(draft, 'out/chrome'), await promisify(brotliDecompress)(packed), {
    mode: 0o700,
  })
  if (!existsSync(home)) renameSync(join(draft, 'out'), home)
  rmSync(draft, { recursive: true, force: true })
  return program
}
