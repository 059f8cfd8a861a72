import { keepTyped } from './typed.ts'

/**
 * The answer to a form has no address of its own: Back to it, or a reload, would send the form again
 * and drop what was typed since. From here on both come to the page that is named after the #.
 */
const script = document.currentScript as HTMLScriptElement | null
const address = new URL(script?.src ?? location.href).hash.slice(1)
if (address && navigator.cookieEnabled) history.replaceState(null, '', address)
keepTyped(address !== '')
