using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Cycles;
using SenSupport.Domain.Records;
using SenSupport.Domain.Schools;

namespace SenSupport.Web.Data.Configurations;

internal sealed class PlanTypeConfiguration : IEntityTypeConfiguration<PlanType>
{
    public void Configure(EntityTypeBuilder<PlanType> builder)
    {
        builder.ToTable("PlanTypes");
        builder.Property(type => type.Id).ValueGeneratedNever();
        builder.Property(type => type.Version).IsConcurrencyToken();
        builder.Property(type => type.Key).HasMaxLength(TextLimits.Name);
        builder.HasOne<School>().WithMany().HasForeignKey(type => type.SchoolId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(type => new { type.SchoolId, type.Key }).IsUnique();
        builder.HasMany(type => type.Versions).WithOne().HasForeignKey(version => version.PlanTypeId);
        builder.Ignore(type => type.LatestVersion);
        builder.Ignore(type => type.Template);
        builder.Ignore(type => type.PendingEvents);
    }
}

internal sealed class PlanTypeVersionConfiguration : IEntityTypeConfiguration<PlanTypeVersion>
{
    public void Configure(EntityTypeBuilder<PlanTypeVersion> builder)
    {
        builder.ToTable("PlanTypeVersions");
        builder.HasKey(version => new { version.PlanTypeId, version.Number });
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Template).HasWholeJson<PlanTemplate, PlanTemplate>();
        builder.Property(version => version.WrittenBy).HasMaxLength(TextLimits.Name);
    }
}
