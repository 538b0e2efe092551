/**
 * Every diagnostic that there is, and how grave it is. Ids are permanent: editors' notes and dismissals name them.
 * The words for each id, in every interface language, stand in `words/`.
 */

/** error: it cannot be published as written, or a reader would be harmed or misled. warning: it can, and somebody should look. */
export type Severity = 'error' | 'warning' | 'hint'

export const catalogue = {
  'print/overset': 'error',
  'pictures/unreadable': 'error',
  'pictures/too-large': 'error',
  'pictures/too-small': 'warning',
  'pictures/unknown-kind': 'error',
  'translation/record-unreadable': 'warning',
  'translation/record-damaged': 'warning',
  'translation/record-version': 'warning',
  'translation/record-rows': 'warning',
  'translation/record-conflict': 'warning',
  'print/missing-letter': 'error',
} as const satisfies Record<string, Severity>

export type DiagnosticId = keyof typeof catalogue
