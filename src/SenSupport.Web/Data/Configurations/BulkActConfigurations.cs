using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SenSupport.Domain.Pupils;
using SenSupport.Domain.Records;

namespace SenSupport.Web.Data.Configurations;

internal sealed class BulkActConfiguration : IEntityTypeConfiguration<BulkAct>
{
    public void Configure(EntityTypeBuilder<BulkAct> builder)
    {
        builder.ToTable("BulkActs");
        builder.Property(act => act.Id).ValueGeneratedNever();
        builder.Property(act => act.Version).IsConcurrencyToken();
        builder.Property(act => act.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(act => act.What).HasMaxLength(TextLimits.Line);
        builder.Property(act => act.By).HasMaxLength(TextLimits.Name);
        builder.Property(act => act.UndoneBy).HasMaxLength(TextLimits.Name);
        builder.HasMany(act => act.Rows).WithOne().HasForeignKey(row => row.BulkActId);
        builder.HasIndex(act => new { act.SchoolId, act.At });
    }
}

internal sealed class BulkActRowConfiguration : IEntityTypeConfiguration<BulkActRow>
{
    public void Configure(EntityTypeBuilder<BulkActRow> builder)
    {
        // Neither pupil nor record is a foreign key: a row says what was changed even where the record is gone.
        builder.ToTable("BulkActRows");
        builder.HasKey(row => new { row.BulkActId, row.RecordId });
        builder.Property(row => row.RecordId).ValueGeneratedNever();
        builder.Property(row => row.Change).HasMaxLength(TextLimits.Line);
        builder.Property(row => row.Left).HasMaxLength(TextLimits.Line);
    }
}

internal sealed class RecentPupilConfiguration : IEntityTypeConfiguration<RecentPupil>
{
    public void Configure(EntityTypeBuilder<RecentPupil> builder)
    {
        builder.ToTable("RecentPupils");
        builder.HasKey(row => new { row.StaffId, row.PupilId });
        builder.HasOne<Pupil>().WithMany().HasForeignKey(row => row.PupilId);
    }
}
