const BATCH = 100

/** Never throws: the row waits, and cron brings what the queue did not get. */
export async function enqueuePreviews(
  env: Pick<Env, 'PREVIEWS'>,
  ids: readonly string[],
): Promise<void> {
  try {
    for (let i = 0; i < ids.length; i += BATCH)
      await env.PREVIEWS.sendBatch(
        ids.slice(i, i + BATCH).map((attachmentId) => ({ body: { attachmentId } })),
      )
  } catch {
    console.warn({ queue: 'refused', previews: ids.length })
  }
}
