import { keepDrafts } from './desk/drafts.ts'
import { listenToKeys } from './desk/keys.ts'
import { openCases } from './desk/opening.ts'

/** The desk with its script: keys, the list beside the case, words not sent yet. Never needed. */
keepDrafts()
openCases()
listenToKeys()
