/**
 * Loads the demonstration data into a local database that has none, and prints its progress.
 * Interrupted half-way, the next start begins anew.
 */
export async function seedOnce(): Promise<void> {
  // there is nothing to load yet
}
