import { Body, Controller, Post, ValidationPipe } from '@nestjs/common';
import { IsEmail, IsString } from 'class-validator';

class Invitation {
  @IsEmail()
  email!: string;

  @IsString()
  team!: string;
}

@Controller('invitations')
export class ValidatedController {
  @Post()
  invite(@Body(new ValidationPipe()) invitation: Invitation): Invitation {
    return invitation;
  }
}
