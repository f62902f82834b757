import {
  ConnectedSocket,
  type OnGatewayConnection,
  SubscribeMessage,
  WebSocketGateway,
  type WsResponse,
} from '@nestjs/websockets';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { fromEvent, map, merge, type Observable, switchMap, takeUntil, timer } from 'rxjs';
import type { Socket } from 'socket.io';
import { AccessTokenService } from '../auth/access-token.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { bearerToken } from '../auth/bearer-token.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import type { UsageReport } from './usage-report.interface.js';
import { UsageService } from './usage.service.js';

const INTERVAL = 5_000;

/** Keeps a dashboard up to date. Who has no token is refused at once; the guards ask again with every message. */
@WebSocketGateway({ namespace: 'usage' })
@RequireActiveOrganization()
export class UsageGateway implements OnGatewayConnection<Socket> {
  constructor(
    private readonly usage: UsageService,
    private readonly accessTokens: AccessTokenService,
  ) {}

  async handleConnection({ handshake }: Socket): Promise<void> {
    await this.accessTokens.verify(bearerToken(handshake));
  }

  @SubscribeMessage('report')
  report(@CurrentUser() user: AuthenticatedUser): Promise<UsageReport[]> {
    return this.usage.report(user);
  }

  /** Until the socket is gone, watches anew, or its token has expired. */
  @SubscribeMessage('watch')
  watch(@ConnectedSocket() socket: Socket): Observable<WsResponse<UsageReport[]>> {
    return timer(0, INTERVAL).pipe(
      takeUntil(merge(fromEvent(socket, 'disconnect'), fromEvent(socket, 'watch'))),
      switchMap(() => this.accessTokens.verify(bearerToken(socket.handshake))),
      switchMap((user) => this.usage.report(user)),
      map((data) => ({ event: 'usage', data })),
    );
  }
}
