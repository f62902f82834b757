import { OwnHost } from '../own-host.js';

/** An error that no filter is asked about; its context and its info are known to GraphQL alone. */
export class GraphQLHost extends OwnHost {
  /** @param place where the error came about, when the arguments do not say it. */
  constructor(
    readonly place: string | undefined,
    args: readonly unknown[] = [undefined, {}, {}, undefined],
  ) {
    super('graphql', args);
  }
}
