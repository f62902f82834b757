import type { ModulesContainer } from '@nestjs/core';
import { messageHandlersOf } from '../../nest/message-handlers-of.js';

/** In subjects of NATS and topics of MQTT and RabbitMQ: one word, or all that are left. */
const ONE_WORD = new Set(['*', '+']);
const ALL_WORDS = new Set(['>', '#']);

/** What the handlers of an application listen to without an answer. They are looked up when an error first asks. */
export class EventPatterns {
  private known: readonly (readonly string[])[] | undefined;

  constructor(private readonly modules: ModulesContainer | undefined) {}

  has(pattern: string): boolean {
    this.known ??= this.modules ? eventsOf(this.modules) : [];
    const words = wordsOf(routeOf(pattern));
    return this.known.some((event) => matches(event, words));
  }
}

function eventsOf(modules: ModulesContainer): string[][] {
  const routes = { events: new Set<string>(), requests: new Set<string>() };
  for (const { patterns, isEvent } of messageHandlersOf(modules)) {
    const group = isEvent ? routes.events : routes.requests;
    patterns.forEach((pattern) => group.add(routeOf(pattern)));
  }
  // Where a request has the same pattern, somebody may be waiting.
  return [...routes.events].filter((route) => !routes.requests.has(route)).map(wordsOf);
}

/** A pattern as one text, whichever way it came: Nest compares objects by their members, in any order. */
function routeOf(pattern: unknown): string {
  if (typeof pattern !== 'string') return canonical(pattern);
  if (!pattern.startsWith('{')) return pattern;
  try {
    return canonical(JSON.parse(pattern));
  } catch {
    return pattern;
  }
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, member]) => `${name}:${canonical(member)}`);
  return `{${members.toSorted().join()}}`;
}

function wordsOf(route: string): string[] {
  return route.split(/[./]/);
}

function matches(event: readonly string[], words: readonly string[]): boolean {
  const rest = event.findIndex((word) => ALL_WORDS.has(word));
  const fixed = rest === -1 ? event : event.slice(0, rest);
  if (rest === -1 ? words.length !== event.length : words.length < rest) return false;
  return fixed.every((word, index) => ONE_WORD.has(word) || word === words[index]);
}
