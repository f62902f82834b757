import { Module } from '@nestjs/common';
import { Registrations } from './registrations.js';
import { ServicesController } from './services.controller.js';
import { ServicesResolver } from './services.resolver.js';
import { ServicesService } from './services.service.js';

@Module({
  controllers: [ServicesController],
  providers: [Registrations, ServicesResolver, ServicesService],
})
export class ServicesModule {}
