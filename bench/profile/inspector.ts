/** V8's CPU profile as the inspector gives it. */
export interface Profile {
  nodes: ProfileNode[]
  samples: number[]
  /** Microseconds between a sample and the one before. */
  timeDeltas: number[]
}

export interface ProfileNode {
  id: number
  callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }
  children?: number[]
}

export const INTERVAL_MICROSECONDS = 200

/** What the isolate behind that inspector did while `work` ran. */
export async function profiled(inspector: URL, work: () => Promise<void>): Promise<Profile> {
  const session = await openSession(inspector)
  try {
    await session.send('Profiler.enable')
    await session.send('Profiler.setSamplingInterval', { interval: INTERVAL_MICROSECONDS })
    await session.send('Profiler.start')
    await work()
    return (await session.send<{ profile: Profile }>('Profiler.stop')).profile
  } finally {
    session.close()
  }
}

interface Said {
  id?: number
  result?: unknown
  error?: { message: string }
}

async function openSession(inspector: URL) {
  const socket = new WebSocket(String(inspector))
  const waiting = new Map<number, (said: Said) => void>()
  socket.addEventListener('message', ({ data }) => {
    const said = JSON.parse(String(data)) as Said
    if (said.id !== undefined) waiting.get(said.id)?.(said)
  })
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  let last = 0
  async function send<T>(method: string, params: object = {}): Promise<T> {
    const id = ++last
    const answer = new Promise<Said>((resolve) => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const { result, error } = await answer
    if (error) throw new Error(`${method}: ${error.message}`)
    return result as T
  }
  return { send, close: () => socket.close() }
}
