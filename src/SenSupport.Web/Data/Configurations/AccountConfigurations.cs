using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Schools;
using SenSupport.Web.Security;

namespace SenSupport.Web.Data.Configurations;

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<AccountLink> builder)
    {
        builder.ToTable("AccountLinks");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.TokenHash).HasMaxLength(64);
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.ExpiresAt);
        builder.HasOne<School>().WithMany().HasForeignKey(link => link.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(link => link.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("CalendarFeeds");
        builder.HasKey(feed => feed.StaffId);
        builder.Property(feed => feed.StaffId).ValueGeneratedNever();
        builder.Property(feed => feed.TokenHash).HasMaxLength(64);
        builder.HasIndex(feed => feed.TokenHash).IsUnique();
        builder.HasOne<StaffMember>().WithOne().HasForeignKey<CalendarFeed>(feed => feed.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
