/** What a process costs, its children included. */
import { spawnSync } from 'node:child_process'

/** Seconds, seconds and MiB. */
export interface Cost {
  cpu: number
  wall: number
  memory: number
}

/** Runs a program to its end under GNU time. Fails, with what the program said, when it does not end well. */
export function run(command: string[]): Cost & { output: string } {
  const { status, error, stdout, stderr } = spawnSync('time', ['--quiet', '-f', '%U %S %e %M', ...command], { encoding: 'utf8', maxBuffer: 1 << 26 })
  if (error) throw new Error('GNU time is needed to measure (apt install time)', { cause: error })
  if (status !== 0) throw new Error(`${command.join(' ')}\n${stderr}`)
  const [user, system, wall, kibibytes] = stderr.trimEnd().split('\n').at(-1)!.split(' ').map(Number)
  return { cpu: user! + system!, wall: wall!, memory: kibibytes! / 1024, output: stdout }
}

/** The median of each cost by itself. */
export function medianOf(costs: Cost[]): Cost {
  const middle = (key: keyof Cost) => costs.map((cost) => cost[key]).sort((a, b) => a - b)[costs.length >> 1]!
  return { cpu: middle('cpu'), wall: middle('wall'), memory: middle('memory') }
}
