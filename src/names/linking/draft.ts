/** Entities while they are being put together. */
import type { EntityType, Gender, Mention } from '../../types.js'
import type { Role } from './roles.js'

/** An entity while it is being put together. `at` is its place in the list of entities. */
export interface Draft {
  readonly at: number
  readonly name: string
  readonly type: EntityType
  readonly roles: readonly Role[]
  gender: Gender | null
  /** Whether a title tells the gender, and not only a first name. */
  readonly sure: boolean
  readonly mentions: Mention[]
}
