/** What is asked of every server, and the status that it answers with. */
export interface Route {
  name: string;
  path: string;
  status: number;
  /** GET unless set. */
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/** A contender on a platform, or a server without Nest. */
export interface Server {
  name: string;
  platform?: string;
}

export interface LoadSettings {
  requests: number;
  connections: number;
}

export interface Settings extends LoadSettings {
  generations: number;
  rounds: number;
  /** Requests that are not counted. */
  warmup: number;
}

/** What was measured in a round: microseconds of CPU time per answer, answers per second, milliseconds. */
export interface Round {
  cpu: number;
  inMemory: number;
  throughput: number;
  p99: number;
}

/** The rounds of each server, by its name. */
export type Rounds = Record<string, Round[]>;

/** What was measured on a platform. */
export interface Result {
  title: string;
  measured: { route: string; rounds: Rounds }[];
}

/** What a server process is told. */
export type Order = { command: 'cpu' } | ({ command: 'ask' | 'profile' } & Load);

export interface Load {
  route: Route;
  settings: LoadSettings;
}
