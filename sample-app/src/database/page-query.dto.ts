import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

@ArgsType()
export class PageQuery {
  @Field(() => Int)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly page: number = 1;

  @Field(() => Int)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 20;

  /** For both ORMs. */
  get window(): { skip: number; take: number } {
    return { skip: (this.page - 1) * this.limit, take: this.limit };
  }
}
