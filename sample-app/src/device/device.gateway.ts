import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { Public } from '../auth/public.decorator.js';
import { DeviceApprovals } from './device-approvals.js';
import { DeviceService } from './device.service.js';
import { PollDeviceTokenDto } from './dto/poll-device-token.dto.js';

/** Spares a device the polling: it waits for the event `approved`, and then asks for its token once. */
@WebSocketGateway({ namespace: 'device' })
@Public()
export class DeviceGateway implements OnGatewayInit<Namespace> {
  constructor(
    private readonly devices: DeviceService,
    private readonly approvals: DeviceApprovals,
  ) {}

  afterInit(namespace: Namespace): void {
    this.approvals.deviceCodes.subscribe((deviceCode) => namespace.to(deviceCode).emit('approved'));
  }

  @SubscribeMessage('wait')
  async wait(
    @ConnectedSocket() socket: Socket,
    @MessageBody() { device_code }: PollDeviceTokenDto,
  ): Promise<{ approved: boolean }> {
    // Refuses a code that nobody knows, before it becomes a room.
    await this.devices.isApproved(device_code);
    await socket.join(device_code);
    // Once more: somebody may have approved it in between.
    return { approved: await this.devices.isApproved(device_code) };
  }
}
