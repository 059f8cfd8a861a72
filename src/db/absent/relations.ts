/**
 * In the bundle's place of drizzle's own (wrangler.toml), which reads rows with those that belong to
 * them by `db.query`: joins are written out here.
 */
function none(): never {
  throw new Error('relations are left out of the bundle')
}

export const getOperators = none
export const getOrderByOperators = none
export const normalizeRelation = none
export const createTableRelationsHelpers = none
export const extractTablesRelationalConfig = none

export class One {}
export class Many {}
export class RelationalQueryBuilder {}
