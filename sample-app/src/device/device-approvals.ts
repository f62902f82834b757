import { Injectable } from '@nestjs/common';
import { Subject } from 'rxjs';

/** Tells the codes of the devices that are approved through this instance. */
@Injectable()
export class DeviceApprovals {
  readonly deviceCodes = new Subject<string>();
}
