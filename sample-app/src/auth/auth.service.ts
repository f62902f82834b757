import { Injectable, UnauthorizedException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Member } from '../members/member.entity.js';
import type { AccessToken } from './access-token.interface.js';
import { AccessTokenService } from './access-token.service.js';
import type { AuthenticatedUser } from './authenticated-user.interface.js';
import type { SignInDto } from './dto/sign-in.dto.js';
import { PasswordHasher } from './password-hasher.js';

@Injectable()
export class AuthService {
  constructor(
    @InjectRepository(Member) private readonly members: Repository<Member>,
    private readonly passwords: PasswordHasher,
    private readonly accessTokens: AccessTokenService,
  ) {}

  async signIn({ organization, email, password }: SignInDto): Promise<AccessToken> {
    const member = await this.members.findOne({
      where: { email, organization: { slug: organization } },
      select: { id: true, organizationId: true, role: true, passwordHash: true },
    });
    // An unknown member costs as much time as a wrong password, and gets the same answer.
    const correct = await this.passwords.verify(password, member?.passwordHash ?? '');
    if (!member || !correct) {
      throw new UnauthorizedException('The organization, the email or the password is wrong.');
    }
    return this.accessTokens.issue(member);
  }

  profile({ id, organizationId }: AuthenticatedUser): Promise<Member> {
    return this.members.findOneByOrFail({ id, organizationId });
  }
}
