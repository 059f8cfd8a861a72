/**
 * What the QR code of a receipt brings after the # is put into the form; sending it is up to the person.
 * The sentence that says how to do so by hand goes.
 */
document.querySelector('#tanpa-skrip')?.remove()
const box = document.querySelector<HTMLTextAreaElement>('[name="tanda"]')
const signature = location.hash.slice(1)
if (box && box.value === '' && /^TG[PL]1\./.test(signature)) box.value = signature
