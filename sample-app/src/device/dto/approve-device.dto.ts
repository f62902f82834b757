import { Matches } from 'class-validator';
import { USER_CODE } from '../user-code.js';

export class ApproveDeviceDto {
  @Matches(USER_CODE, { message: '$property must look like WDJB-MJHT' })
  readonly user_code: string;
}
