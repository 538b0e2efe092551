import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'

/** A finding in the copy, named from where the command is called and not from the content folder. */
export function inFolder(diagnostic: Diagnostic, folder: string): Diagnostic {
  const named = (file: string): string => file === '.' ? folder : `${folder.replace(/\/+$/, '')}/${file}`
  return {
    ...diagnostic,
    place: { ...diagnostic.place, file: named(diagnostic.place.file) },
    ...diagnostic.related && { related: { ...diagnostic.related, file: named(diagnostic.related.file) } },
  }
}
