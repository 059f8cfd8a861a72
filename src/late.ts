/**
 * A part of the program that is read when it is first wanted. What it gave is kept, never the promise:
 * the Workers runtime lets no request wait for another's.
 */
export function late<T>(read: () => Promise<T>): () => Promise<T> {
  let known: T | undefined
  return async () => {
    known ??= await read()
    return known
  }
}
