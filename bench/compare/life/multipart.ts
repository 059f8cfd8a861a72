export interface Upload {
  field: string
  name: string
  type: string
  bytes: Uint8Array
}

const BOUNDARY = 'batas-formulir'

/** A form with files for both versions, as a browser would send it but for a boundary of our own. */
export function multipart(
  forms: [URLSearchParams, URLSearchParams],
  files: Upload[],
): { body: [Uint8Array, Uint8Array]; type: string } {
  const body = forms.map((form) => bytesOf(form, files)) as [Uint8Array, Uint8Array]
  return { body, type: `multipart/form-data; boundary=${BOUNDARY}` }
}

function bytesOf(form: URLSearchParams, files: Upload[]): Uint8Array {
  const head = (field: string, more = '') =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"${more}\r\n\r\n`
  const parts: Uint8Array[] = []
  for (const [name, value] of form) parts.push(Buffer.from(`${head(name)}${value}\r\n`))
  for (const { field, name, type, bytes } of files)
    parts.push(
      Buffer.from(head(field, `; filename="${name}"\r\nContent-Type: ${type}`)),
      bytes,
      Buffer.from('\r\n'),
    )
  return Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)])
}
