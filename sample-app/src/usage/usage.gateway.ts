import {
  ConnectedSocket,
  type OnGatewayConnection,
  SubscribeMessage,
  WebSocketGateway,
  type WsResponse,
} from '@nestjs/websockets';
import { RequireActiveOrganization } from 'nestjs-authos-errors';
import { fromEvent, map, type Observable, switchMap, takeUntil, timer } from 'rxjs';
import type { Socket } from 'socket.io';
import { AccessTokenService } from '../auth/access-token.service.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { bearerToken } from '../auth/bearer-token.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import type { UsageReport } from './usage-report.interface.js';
import { UsageService } from './usage.service.js';

const INTERVAL = 5_000;

/** Keeps a dashboard up to date. Who has no token is refused at once; the guard asks again with every message. */
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

  @SubscribeMessage('watch')
  watch(
    @ConnectedSocket() socket: Socket,
    @CurrentUser() user: AuthenticatedUser,
  ): Observable<WsResponse<UsageReport[]>> {
    return timer(0, INTERVAL).pipe(
      takeUntil(fromEvent(socket, 'disconnect')),
      switchMap(() => this.usage.report(user)),
      map((data) => ({ event: 'usage', data })),
    );
  }
}
