import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => Boolean)
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  startCursor!: string | null;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** The arguments of every list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'How many, 100 at most.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor to go on from.' })
  after?: string;

  @Field(() => Int, { nullable: true, description: 'For jumping to a page, 10,000 at most; prefer `after`.' })
  offset?: number;
}

/** What a list resolver gives: the total only when it was asked for. */
export interface Page<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
}

/** Makes the connection type of a node: `nodes`, `edges`, `pageInfo`, and `totalCount`, computed only when asked for. */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor!: string;

    @Field(node)
    node!: T;
  }

  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => [node()])
    nodes!: T[];

    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    // graphql-js calls a function-valued property when, and only when, the field is selected.
    @Field(() => Int, { description: 'Counted only when asked for.' })
    totalCount!: number;
  }
  return Connection;
}
