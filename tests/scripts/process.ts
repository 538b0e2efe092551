import { callCommand, type Command, type Surroundings } from '../../scripts/commandLine.ts'

/** What a command said, and how it ended. */
export interface Said {
  code: number
  output: string
  errors: string
}

/** Calls a command as a terminal would. */
export async function call(command: Command, args: string[], more: { environment?: Surroundings['environment']; isTTY?: boolean } = {}): Promise<Said> {
  const said: Said = { code: -1, output: '', errors: '' }
  said.code = await callCommand(command, {
    arguments: args,
    environment: more.environment ?? {},
    output: { write: text => (said.output += text), isTTY: more.isTTY ?? false },
    errors: { write: text => (said.errors += text), isTTY: more.isTTY ?? false, columns: 40 },
  })
  return said
}
