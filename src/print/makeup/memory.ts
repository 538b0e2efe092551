/**
 * What was worked out for an object, kept as long as the object lives: galleys for a story's flow, boxes for a piece of it. A story
 * that an edit leaves alone is the same object as before, so all of its work is still there; what was asked for before is never
 * different from what would be worked out again.
 */
export class Memory<Owner extends object, Value> {
  private readonly known = new WeakMap<Owner, Map<string, Value>>()

  /** The owner's value of this name, made the first time that it is asked for. */
  of(owner: Owner, name: string, make: () => Value): Value {
    let values = this.known.get(owner)
    if (!values) this.known.set(owner, (values = new Map()))
    let value = values.get(name)
    if (value === undefined && !values.has(name)) values.set(name, (value = make()))
    return value!
  }
}
