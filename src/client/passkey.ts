/**
 * Asks a passkey (fingerprint, face or PIN of this device), and sends its form with what it answers.
 * Without this script, or in a browser that has none, the other ways of the page stand.
 */
interface Named {
  id: string | Uint8Array
}

interface Asked {
  challenge: string | Uint8Array
  user?: Named
  excludeCredentials?: Named[]
  allowCredentials?: Named[]
}

const bytes = (text: string | Uint8Array) =>
  Uint8Array.from(atob(String(text).replace(/-/g, '+').replace(/_/g, '/')), (letter) =>
    letter.charCodeAt(0),
  )

const text = (buffer: ArrayBuffer | null) => {
  let letters = ''
  for (const byte of new Uint8Array(buffer ?? new ArrayBuffer(0)))
    letters += String.fromCharCode(byte)
  return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}

type Options = Asked & PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions

async function asked(ask: string): Promise<Options> {
  const all: Asked = ask[0] === '{' ? JSON.parse(ask) : await (await fetch(ask)).json()
  all.challenge = bytes(all.challenge)
  const named = (all.user ? [all.user] : []).concat(
    all.excludeCredentials ?? [],
    all.allowCredentials ?? [],
  )
  for (const one of named) one.id = bytes(one.id)
  return all as Options
}

async function answer(ask: string): Promise<string> {
  const publicKey = await asked(ask)
  const isNew = publicKey.user !== undefined
  const key = (await navigator.credentials[isNew ? 'create' : 'get']({
    publicKey,
  })) as PublicKeyCredential
  const said = key.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const id = text(key.rawId)
  const client = text(said.clientDataJSON)
  if (isNew) return JSON.stringify({ id, client, attestation: text(said.attestationObject) })
  const data = text(said.authenticatorData)
  const handle = text(said.userHandle)
  return JSON.stringify({ id, client, data, signature: text(said.signature), handle })
}

/** The field is there while the form is sent: whoever comes back to the page asks anew. */
const send = (box: HTMLElement, button: HTMLButtonElement, said: string) => {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = box.dataset.name ?? ''
  field.value = said
  box.appendChild(field)
  const type = button.type
  button.type = 'submit'
  button.formNoValidate = true
  button.click()
  button.type = type
  field.remove()
}

const ready = (box: HTMLElement) => {
  const button = box.querySelector('button')
  const failed = box.querySelectorAll('div')
  if (!button) return
  box.hidden = false
  box.nextElementSibling?.remove()
  button.onclick = async (event) => {
    if (box.querySelector('input')) return
    event.preventDefault()
    for (const one of failed) one.hidden = true
    try {
      send(box, button, await answer(box.dataset.passkey ?? ''))
    } catch (error) {
      // the second: this device has a key of theirs already
      const said = failed[error instanceof Error && error.name === 'InvalidStateError' ? 1 : 0]
      if (said) said.hidden = false
    }
  }
}

if (window.PublicKeyCredential)
  document.querySelectorAll<HTMLElement>('[data-passkey][hidden]').forEach(ready)
