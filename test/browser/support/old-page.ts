import { mkdirSync, writeFileSync } from 'node:fs'

const SCREENSHOTS = '.cache/screenshots'
const PATIENCE_MS = 60_000

type Message = { id?: number; method?: string; params?: Params; result?: Params; error?: Params }
type Params = { [key: string]: unknown }

/** A page of Chrome 70 in the few words that its journey needs: newer drivers do not speak to it. */
export class OldPage {
  /** What scripts threw and the console called an error, since the page was opened. */
  readonly faults: string[] = []
  #socket: WebSocket
  #waiting = new Map<number, (message: Message) => void>()
  #listeners = new Map<string, () => void>()
  #sent = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data))))
  }

  static async open(endpoint: string, width: number): Promise<OldPage> {
    const socket = new WebSocket(endpoint)
    await new Promise((opened) => socket.addEventListener('open', opened, { once: true }))
    const page = new OldPage(socket)
    for (const domain of ['Page', 'Runtime', 'Log', 'DOM', 'Network'])
      await page.#send(`${domain}.enable`)
    await page.#send('Security.setIgnoreCertificateErrors', { ignore: true })
    await page.resize(width, 740)
    return page
  }

  async resize(width: number, height: number): Promise<void> {
    const mobile = width < 600
    const metrics = { width, height, deviceScaleFactor: 1, mobile }
    await this.#send('Emulation.setDeviceMetricsOverride', metrics)
  }

  async goto(url: string): Promise<void> {
    await this.#loading(() => this.#send('Page.navigate', { url }))
  }

  /** The value of an expression in the page. */
  async value<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    })
    if (exceptionDetails) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`)
    return (result as { value: T }).value
  }

  async fill(selector: string, text: string): Promise<void> {
    await this.value(`{
      const field = ${one(selector)}
      field.focus()
      field.value = ${JSON.stringify(text)}
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }`)
  }

  async choose(selector: string, path: string): Promise<void> {
    const { root } = await this.#send('DOM.getDocument')
    const { nodeId } = root as { nodeId: number }
    const found = await this.#send('DOM.querySelector', { nodeId, selector })
    await this.#send('DOM.setFileInputFiles', { files: [path], nodeId: found.nodeId })
  }

  /** A click that stays on the page. */
  async click(selector: string): Promise<void> {
    await this.value(`${one(selector)}.click()`)
  }

  /** A click that brings another page. */
  async follow(selector: string): Promise<void> {
    await this.#loading(() => this.click(selector))
  }

  async text(): Promise<string> {
    return this.value('document.body.innerText')
  }

  async screenshot(name: string): Promise<void> {
    const [width, height] = await this.value<[number, number]>(
      '[innerWidth, Math.max(740, document.documentElement.scrollHeight)]',
    )
    await this.resize(width, height)
    const { data } = await this.#send('Page.captureScreenshot', { format: 'png' })
    await this.resize(width, 740)
    mkdirSync(SCREENSHOTS, { recursive: true })
    writeFileSync(`${SCREENSHOTS}/${name}.png`, Buffer.from(String(data), 'base64'))
  }

  async #loading(act: () => Promise<unknown>): Promise<void> {
    const loaded = new Promise<void>((done, fail) => {
      const late = setTimeout(() => fail(new Error('the page did not come')), PATIENCE_MS)
      this.#listeners.set('Page.loadEventFired', () => {
        clearTimeout(late)
        done()
      })
    })
    await act()
    await loaded
  }

  #send(method: string, params: object = {}): Promise<Params> {
    this.#sent += 1
    const id = this.#sent
    this.#socket.send(JSON.stringify({ id, method, params }))
    return new Promise((done, fail) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error) fail(new Error(`${method}: ${JSON.stringify(error)}`))
        else done(result ?? {})
      })
    })
  }

  #hear(message: Message): void {
    if (message.id !== undefined) this.#waiting.get(message.id)?.(message)
    const { method = '', params } = message
    this.#listeners.get(method)?.()
    if (method === 'Runtime.exceptionThrown') this.faults.push(JSON.stringify(params))
    const entry = params?.entry as { level?: string; source?: string } | undefined
    // a refusal is an error of the network to the browser
    if (entry?.level === 'error' && entry.source !== 'network')
      this.faults.push(JSON.stringify(entry))
  }
}

function one(selector: string): string {
  return `(document.querySelector(${JSON.stringify(selector)}) || (() => { throw Error(${JSON.stringify(`no ${selector}`)}) })())`
}
