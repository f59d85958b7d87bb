/** Creates one slice of the store. Its actions read and write `Own`, and `Others`: the facts of other slices that depend on its own. */
export type SliceCreator<Own, Others = unknown> = (
  set: (changes: Partial<Own & Others> | ((state: Own & Others) => Partial<Own & Others>)) => void,
  get: () => Own & Others,
) => Own
