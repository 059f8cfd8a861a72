/**
 * In the bundle's place of jose (wrangler.toml), which signs and reads JWTs. Better-auth names it for
 * cookies that cache a session, for other sites' accounts and for letters of its own: a city has none.
 */
function none(): never {
  throw new Error('JWTs are left out of the bundle')
}

export const jwtVerify = none
export const jwtDecrypt = none
export const calculateJwkThumbprint = none
export const decodeProtectedHeader = none
export const importJWK = none
export const importPKCS8 = none
export const createLocalJWKSet = none
export const base64url = { encode: none, decode: none }

export class SignJWT {
  constructor() {
    none()
  }
}

export { SignJWT as EncryptJWT, SignJWT as UnsecuredJWT }

export class JWTExpired extends Error {}

export const errors = { JWTExpired }
