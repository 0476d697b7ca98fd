import { type ClassType, createParameterDecorator } from 'type-graphql';

/**
 * The argument `input` as graphql-js has checked it, without an instance of a class for every object in it: for batches of
 * a thousand rows, where making them costs more than reading them.
 */
export function PlainInput(type: () => ClassType): ParameterDecorator {
  return createParameterDecorator(({ args }) => args.input, {
    arg: { name: 'input', typeFunc: type },
  }) as ParameterDecorator;
}
