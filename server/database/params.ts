/** The parameters of a statement that is put together from parts: each value is named once and cast to its type. */
export class Params {
  readonly values: unknown[] = [];

  /** The placeholder of a value, like `$3::uuid[]`; a method that can be handed on alone. */
  readonly add = (value: unknown, type: string): string => `$${this.values.push(value)}::${type}`;
}
