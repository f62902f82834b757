import { Body, Controller, HttpCode, HttpStatus, Post } from '@nestjs/common';
import { ApiAuthOsErrors } from 'nestjs-authos-errors/swagger';
import type { AccessToken } from '../auth/access-token.interface.js';
import type { AuthenticatedUser } from '../auth/authenticated-user.interface.js';
import { CurrentUser } from '../auth/current-user.decorator.js';
import { Public } from '../auth/public.decorator.js';
import type { DeviceCode } from './device-code.interface.js';
import { DeviceService } from './device.service.js';
import { ApproveDeviceDto } from './dto/approve-device.dto.js';
import { PollDeviceTokenDto } from './dto/poll-device-token.dto.js';

/** Signs in a device without a keyboard, as RFC 8628 describes. */
@Controller('device')
@ApiAuthOsErrors('DATABASE_ERROR')
export class DeviceController {
  constructor(private readonly devices: DeviceService) {}

  @Public()
  @Post('code')
  @HttpCode(HttpStatus.OK)
  start(): Promise<DeviceCode> {
    return this.devices.start();
  }

  @Post('approve')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiAuthOsErrors('NOT_FOUND', 'DEVICE_CODE_EXPIRED', 'AUDIT_ERROR')
  approve(
    @Body() { user_code }: ApproveDeviceDto,
    @CurrentUser() user: AuthenticatedUser,
  ): Promise<void> {
    return this.devices.approve(user_code, user);
  }

  @Public()
  @Post('token')
  @HttpCode(HttpStatus.OK)
  @ApiAuthOsErrors('NOT_FOUND', 'DEVICE_CODE_PENDING', 'DEVICE_CODE_EXPIRED')
  poll(@Body() { device_code }: PollDeviceTokenDto): Promise<AccessToken> {
    return this.devices.poll(device_code);
  }
}
