import * as z from 'zod'

/**
 * In the bundle's place of better-auth's own (wrangler.toml): nobody signs in here with an account of
 * a social network, and thirty of them weigh as much as the whole form.
 */
export const socialProviders = {}

export const SocialProviderListEnum = z.never()
