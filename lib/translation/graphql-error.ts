import { isObject, type UnknownObject } from './unknown-object.js';

/** The part of a GraphQLError that is used here. */
export interface GraphQLErrorLike extends UnknownObject {
  readonly message: string;
  readonly extensions: UnknownObject;
}

/** How many errors that wrap each other are looked at. Servers wrap what graphql-js has wrapped. */
const MAX_LAYERS = 8;

/** Recognises a GraphQLError of any copy of graphql-js, whose servers derive classes of other names. */
export function isGraphQLError(value: unknown): value is GraphQLErrorLike {
  try {
    return (
      isObject(value) &&
      'positions' in value &&
      'locations' in value &&
      isObject(value.extensions) &&
      typeof value.message === 'string'
    );
  } catch {
    return false;
  }
}

/** A GraphQLError and what it wraps, down to the first that is none. */
export function layersOf(error: unknown): readonly unknown[] {
  const layers = [error];
  let layer = error;
  while (isGraphQLError(layer) && isObject(layer.originalError) && layers.length < MAX_LAYERS) {
    layer = layer.originalError;
    layers.push(layer);
  }
  return layers;
}

/**
 * What a resolver threw. graphql-js wraps it in errors that say the same; one that says something else has words of its
 * own, and is what was thrown.
 */
export function thrownBelow(error: unknown): unknown {
  const layers = layersOf(error);
  const thrown = layers.at(-1);
  if (isGraphQLError(thrown)) return error;
  try {
    const { message, name } = thrown as UnknownObject;
    if (!layers.every((layer) => (layer as UnknownObject).message === message)) return error;
    // What is no Error is wrapped once more.
    return name === 'NonErrorThrown' ? (thrown as UnknownObject).thrownValue : thrown;
  } catch {
    return error;
  }
}
