/** /b/NOMOR#KODE: the key stays in the fragment, which never leaves the phone, until it is sent. */
const key = decodeURIComponent(location.hash.slice(1))
const field = document.querySelector<HTMLInputElement>('#kode')
if (key && field) {
  field.value = key
  history.replaceState(null, '', location.pathname)
  // requestSubmit is younger than phones that are in use
  field.form?.querySelector<HTMLButtonElement>('button')?.click()
}
