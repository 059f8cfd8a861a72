import fc from 'fast-check'

/** UTF-16 of any kind, lone surrogates too; much faster to set up than fast-check's binary unit. */
export const anyText = fc
  .array(fc.nat(0xffff), { maxLength: 120 })
  .map((units) => String.fromCharCode(...units))
