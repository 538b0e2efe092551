import { writeFile } from './archive.ts'

/** Writes the files of an engine's project. */
export function writeProject(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) writeFile(folder, file, text)
}
